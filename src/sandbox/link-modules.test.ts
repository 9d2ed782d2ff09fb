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
    ['learner', './user.spec.ts', false],
    ['learner', './user.mutant-late.ts', false],
    ['given', './user.test.ts', false],
    ['spec', 'vitest', true],
    ['spec', 'past-tense/testing.ts', true],
    ['spec', 'past-tense/index.ts', true],
    ['spec', 'past-tense/aggregate-root.ts', false],
    ['spec', './user.ts', true],
    ['spec', './user.test.ts', false],
    ['spec', './user.mutant-late.ts', false],
    ['subject', './events.ts', true],
    ['subject', 'past-tense/index.ts', true],
    ['subject', 'past-tense/testing.ts', false],
    ['subject', 'vitest', false],
    ['subject', './user.spec.ts', false],
    ['subject', './user.mutant-late.ts', false],
    ['library', 'past-tense/aggregate-root.ts', true],
    ['library', './user.ts', false],
  ] as const)('a %s file that imports %s: %s', (role, imported, allowed) => {
    const others = [
      file('./user.test.ts', 'test'),
      file('./user.spec.ts', 'spec'),
      file('./user.mutant-late.ts', 'subject'),
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

it('links a subject wherever its place is imported, by the rules of that place', () => {
  const modules = [
    file('./user.ts', 'learner', () => expect.unreachable()),
    file('./user.mutant-late.ts', 'subject', (exports) => Object.assign(exports, { late: true })),
    file('./given.ts', 'given', (exports, load) => Object.assign(exports, { user: load('./user.ts') })),
    file('./user.spec.ts', 'spec', (exports, load) =>
      Object.assign(exports, { user: load('./user.ts'), given: load('./given.ts') }),
    ),
  ];
  const start = linkModules(modules, provided, { './user.ts': './user.mutant-late.ts' });

  const { user, given } = start('./user.spec.ts') as { user: object; given: { user: object } };
  expect(user).toEqual({ late: true });
  expect(given.user).toBe(user);
});

it.each([
  ['library', undefined, 'locked'],
  ['given', undefined, 'locked'],
  ['learner', undefined, 'open'],
  ['given', {}, 'open'],
] as const)('gives a class of a %s module, with the subjects %o: %s', (role, subjects, state) => {
  class Till {
    open() {}
  }
  const start = linkModules(
    [file('./till.ts', role, (exports) => Object.assign(exports, { Till }))],
    provided,
    subjects,
  );
  start('./till.ts');
  expect(Object.isExtensible(Till.prototype)).toBe(state === 'open');
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
