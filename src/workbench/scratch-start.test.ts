import { expect, it } from 'vitest';
import { scratchStart } from './scratch-start.ts';

it('imports the values of the file that the exercise opens, and prints them', () => {
  const user = [
    'export const MINIMUM = 8;',
    'export type Name = string;',
    'export interface Named {}',
    'export abstract class User {}',
    'export async function greet() {}',
    'const hidden = 1;',
  ].join('\n');
  expect(scratchStart('./user.ts', { './user.ts': user }, 'Not judged.')).toBe(
    [
      "import { MINIMUM, User, greet } from './user.ts';",
      '',
      '// Not judged.',
      'export async function main() {',
      '  console.log({ MINIMUM, User, greet });',
      '}',
      '',
    ].join('\n'),
  );
});

it('has a main also where there is nothing to import', () => {
  const start = scratchStart('./events.ts', { './events.ts': 'export type Told = string;' }, 'Not judged.');
  expect(start).not.toContain('import');
  expect(start).toContain("console.log('…');");
});

it('imports code where the exercise opens a test', () => {
  const files = { './user.spec.ts': 'export const no = 1;', './user.ts': 'export class User {}' };
  expect(scratchStart('./user.spec.ts', files, '')).toContain("import { User } from './user.ts';");
});
