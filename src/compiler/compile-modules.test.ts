import { describe, expect, it } from 'vitest';
import { resolveImport } from './build-options.ts';
import { compileNative } from './compile-native.ts';

const compileUser = (source: string) =>
  compileNative({ sources: { './user.ts': source }, available: ['./events.ts', 'past-tense/index.ts'] });

describe('a file that compiles', () => {
  it('keeps its imports as requires of module paths and drops types', async () => {
    const compilation = await compileUser(
      `import { AggregateRoot } from 'past-tense';
       import type { Paid } from './paid.ts';
       import { paid } from './events';
       export class Bill extends AggregateRoot { pay(): Paid { return paid(); } }`,
    );
    if (compilation.kind === 'refused') throw new Error('refused');
    const { code } = compilation.modules[0]!;
    expect(code).toContain('require("past-tense/index.ts")');
    expect(code).toContain('require("./events.ts")');
    expect(code).not.toContain('./paid.ts');
  });

  it('comes with one module and source map for each file, cycles included', async () => {
    const compilation = await compileNative({
      sources: {
        './user.ts': `import { b } from './domain/b.ts'; export const a = () => b;`,
        './domain/b.ts': `import { a } from '../user.ts'; export const b = () => a;`,
      },
      available: [],
    });
    if (compilation.kind === 'refused') throw new Error('refused');
    expect(compilation.modules.map(({ path }) => path)).toEqual(['./user.ts', './domain/b.ts']);
    for (const { map } of compilation.modules) expect(JSON.parse(map)).toMatchObject({ version: 3 });
  });
});

describe('a file that is refused', () => {
  it.each([
    'vitest',
    './user.test.ts',
    'past-tense/testing',
    'past-tense/aggregate-root.ts',
    'fs',
    'lodash',
    'https://example.org/x.js',
    './__proto__',
    'constructor',
  ])('names the import of %s at its place', async (specifier) => {
    const compilation = await compileUser(`const a = 1;\nimport '${specifier}';\n`);
    expect(compilation).toMatchObject({
      kind: 'refused',
      problems: [
        {
          path: './user.ts',
          line: 2,
          column: 8,
          length: specifier.length + 2,
          reason: { kind: 'import', specifier },
        },
      ],
    });
  });

  it.each([
    ['its own code', './user.ts'],
    ['another test', './other.spec.ts'],
  ])('names the import of a test that the learner writes, in %s', async (_, importer) => {
    const compilation = await compileNative({
      sources: { [importer]: "const a = 1;\nimport './user.spec.ts';\n", './user.spec.ts': '' },
      available: [],
      tests: { './user.spec.ts': ['vitest'], './other.spec.ts': ['vitest'] },
    });
    expect(compilation).toMatchObject({
      kind: 'refused',
      problems: [{ path: importer, line: 2, reason: { kind: 'import', specifier: './user.spec.ts' } }],
    });
  });

  it('says where the syntax is wrong, in characters rather than bytes', async () => {
    const compilation = await compileUser("const 이름 = '한글'; let = ;");
    expect(compilation).toMatchObject({
      kind: 'refused',
      problems: [{ line: 1, column: 24, reason: { kind: 'syntax' } }],
    });
  });

  it('is one whose constants grow beyond all bounds', async () => {
    const doubled = Array.from({ length: 20 }, (_, n) => `t${n + 1} = t${n} + t${n}`);
    const compilation = await compileUser(`export enum Text { t0 = 'xxxxxxxxxx', ${doubled.join(', ')} }`);
    expect(compilation).toMatchObject({ problems: [{ path: './user.ts', reason: { kind: 'too-large' } }] });
  });

  it('says that await needs a function', async () => {
    const compilation = await compileUser('await 1;');
    expect(compilation).toMatchObject({
      problems: [{ line: 1, column: 1, reason: { kind: 'top-level-await' } }],
    });
  });
});

it.each([
  ['./events.ts', './user.ts', './events.ts'],
  ['./events.js', './user.ts', './events.ts'],
  ['../events', './domain/user.ts', './events.ts'],
  ['./b.ts', './domain/user.ts', './domain/b.ts'],
  ['past-tense', './user.ts', 'past-tense/index.ts'],
  ['./messages.ts', 'past-tense/index.ts', 'past-tense/messages.ts'],
  ['toString', './user.ts', 'toString'],
])('resolves %s in %s to %s', (specifier, importer, resolved) => {
  expect(resolveImport(specifier, importer)).toBe(resolved);
});
