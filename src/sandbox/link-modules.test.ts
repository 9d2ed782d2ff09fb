import { describe, expect, it } from 'vitest';
import { linkModules, type LinkedModule } from './link-modules.ts';

const provided = { vitest: { expect: 'expect' } };

it('gives one instance of each module, whoever imports it, cycles included', () => {
  let runs = 0;
  const start = linkModules(
    [
      file('./test.ts', 'test', (exports, load) =>
        Object.assign(exports, { a: load('./a.ts'), b: load('./b.ts') }),
      ),
      file('./a.ts', 'learner', (exports, load) =>
        Object.assign(exports, { b: load('./b.ts'), runs: ++runs }),
      ),
      file('./b.ts', 'given', (exports, load) => Object.assign(exports, { a: load('./a.ts') })),
    ],
    provided,
  );

  const { a, b } = start('./test.ts') as { a: { b: unknown; runs: number }; b: { a: unknown } };
  expect(a.b).toBe(b);
  expect(b.a).toBe(a);
  expect(a.runs).toBe(1);
});

describe('the import rule at run time', () => {
  it.each([
    ['test', 'vitest', true],
    ['test', 'past-tense/testing.ts', true],
    ['test', './user.ts', true],
    ['learner', 'vitest', false],
    ['learner', './user.test.ts', false],
    ['learner', 'past-tense/testing.ts', false],
    ['learner', 'past-tense/aggregate-root.ts', false],
    ['learner', 'past-tense/index.ts', true],
    ['learner', './events.ts', true],
    ['learner', 'toString', false],
    ['given', './user.test.ts', false],
    ['library', 'past-tense/aggregate-root.ts', true],
    ['library', './user.ts', false],
  ] as const)('a %s file that imports %s: %s', (role, imported, allowed) => {
    const others = [
      file('./user.test.ts', 'test'),
      file('./user.ts', 'learner'),
      file('./events.ts', 'given'),
      file('past-tense/index.ts', 'library'),
      file('past-tense/testing.ts', 'library'),
      file('past-tense/aggregate-root.ts', 'library'),
    ];
    const importer = file('./importer.ts', role, (_exports, load) => void load(imported));
    const importing = () => linkModules([...others, importer], provided)('./importer.ts');
    const refused = thrownBy(importing);
    expect(refused).toBe(allowed ? undefined : `This file cannot be imported here: ${imported}`);
  });
});

function file(
  path: string,
  role: LinkedModule['role'],
  run: LinkedModule['run'] = () => undefined,
): LinkedModule {
  return { path, role, run };
}

function thrownBy(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
