import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { note } from 'past-tense/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programsBeside } from './lesson-programs.ts';
import { recordProgram } from './record-program.ts';

let folder: string;

beforeEach(() => {
  mkdirSync('test-results', { recursive: true });
  folder = mkdtempSync('test-results/programs-');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the program `orders.program.ts` exports, beside which the other files stand. */
function load(files: Record<string, string>): Record<string, unknown> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const programs = programsBeside(`${folder}/ko.mdx`);
  return programs.get(`${folder}/orders.program.ts`)!() as Record<string, unknown>;
}

it('knows the programs beside a lesson, and nothing else there', () => {
  for (const name of ['a.program.ts', 'b.program.ts', 'a.test.ts', 'en.mdx']) {
    writeFileSync(join(folder, name), '');
  }

  expect([...programsBeside(`${folder}/ko.mdx`).keys()]).toEqual([
    `${folder}/a.program.ts`,
    `${folder}/b.program.ts`,
  ]);
});

it('runs TypeScript that is more than types, and other programs beside it, once for all that import them', () => {
  const { run } = load({
    'count.program.ts': 'let started = 0; export const start = () => (started += 1);',
    'menu.program.ts': `import { start } from './count.program.ts';
      start();
      export class Menu { constructor(readonly name: string) {} }`,
    'orders.program.ts': `import { start } from './count.program.ts';
      import { Menu } from './menu.program.ts';
      import type { Missing } from './missing.program.ts';
      export const run = (): string => \`\${new Menu('noodles').name}, \${Menu.name} and \${start()}\`;`,
  }) as { run: () => string };

  expect(run()).toBe('noodles, Menu and 2');
});

it('hands programs the library that a recorder listens to', () => {
  const loaded = load({
    'orders.program.ts': `import { note } from 'past-tense/testing';
      export { note };
      export const run = () => note({ kind: 'message', place: 'external', label: 'sent' });`,
  });

  expect(loaded['note']).toBe(note);
  expect(recordProgram(loaded['run'] as () => unknown)!.entries).toMatchObject([{ label: 'sent' }]);
});

it('starts a program anew each time it is loaded', () => {
  const files = { 'orders.program.ts': 'let runs = 0; export const run = () => (runs += 1);' };
  const runs = [load(files), load(files)].map(({ run }) => (run as () => number)());

  expect(runs).toEqual([1, 1]);
});

it.each(['./soup.program.ts', 'past-tense/drawing'])(
  'refuses a program that imports %s, which is not there',
  (name) => {
    expect(() =>
      load({ 'orders.program.ts': `import { x } from '${name}'; export const run = () => x;` }),
    ).toThrow(
      `${folder}/orders.program.ts: imports '${name}', which is not there. A program may import past-tense, past-tense/testing and files of the course.`,
    );
  },
);
