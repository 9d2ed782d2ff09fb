import { notPassed, type Case } from '../case.ts';

/** Tricks in the tests that a learner writes, tried on correct and on faulty code in one worker. */
const subjects = {
  correct: 'export const f = (n: number): any => n * 2;',
  faulty: {
    nothing: 'export const f = (n: number): any => 0;',
    same: 'export const f = (n: number): any => n;',
    more: 'export const f = (n: number): any => n * 2 + 1;',
  },
};

const tried = (
  id: string,
  name: string,
  spec: string,
  wants: Case['wants'],
  more: Partial<Case> = {},
): Case => ({
  id,
  name,
  code: subjects.correct,
  tests: "it('doubles', () => { expect(f(2)).toBe(4); });",
  names: ['doubles'],
  trials: {
    spec: imports + spec,
    good: imports + good,
    ...subjects,
  },
  wants,
  ...more,
});

const imports = "import { afterEach, expect, it, vi } from 'vitest';\nimport { f } from './a.ts';\n";
const good = "it('doubles', () => { expect(f(2)).toBe(4); expect(f(0)).toBe(0); });";
const failFromSecond = (count: string) => `it('counts', () => { expect(${count}).toBe(1); });`;

export const trials: readonly Case[] = [
  tried('T01', 'a good test', good, ['passed']),
  tried('T02', 'a test that notices nothing', "it('x', () => { expect(f(1)).toBeDefined(); });", ['failed']),
  tried(
    'T03',
    'counts the trials in a global',
    failFromSecond('((globalThis as any).trial = ((globalThis as any).trial ?? 0) + 1)'),
    notPassed,
  ),
  tried(
    'T04',
    'counts the trials on a built-in',
    failFromSecond('((Math.random as any).trial = ((Math.random as any).trial ?? 0) + 1)'),
    notPassed,
  ),
  tried(
    'T05',
    'counts the trials by the limit of stacks',
    failFromSecond(
      '(Error.stackTraceLimit = Error.stackTraceLimit > 500 ? Error.stackTraceLimit + 1 : 501) - 500',
    ),
    notPassed,
  ),
  tried(
    'T06',
    'counts the trials in the test library',
    failFromSecond('((expect as any).trial = ((expect as any).trial ?? 0) + 1)'),
    notPassed,
  ),
  tried(
    'T07',
    'a matcher that fails from the second trial on',
    "const before = (expect as any).broken;\n(expect as any).broken = true;\nif (before) expect.extend({ toBe: () => ({ pass: false, message: () => 'no' }) } as any);\nit('x', () => { expect(f(1)).toBe(f(1)); });",
    notPassed,
  ),
  tried(
    'T08',
    'its own mocks, left behind',
    "const spy = vi.spyOn(console, 'log');\nif ((console.log as any).seen) throw new Error('seen');\n(console.log as any).seen = true;\nit('x', () => { expect(spy).toBeDefined(); });",
    notPassed,
  ),
  tried(
    'T09',
    'a result that it writes itself',
    "it('x', ({ task }: any) => { task.result = { state: 'fail' }; task.mode = 'skip'; expect(1).toBe(1); });",
    notPassed,
  ),
  tried('T10', 'a name of 10 MB', "it('x'.repeat(1e7), () => { expect(f(2)).toBe(5); });", ['failed']),
  tried(
    'T11',
    '20,000 tests',
    "for (let i = 0; i < 20_000; i++) it('t' + i, () => { expect(f(2)).toBe(4); });",
    ['passed', 'timed-out', 'failed'],
  ),
  tried(
    'T12',
    'never ends on faulty code',
    "it('x', () => { if (f(2) !== 4) for (;;); expect(1).toBe(1); });",
    ['timed-out'],
  ),
  tried('T13', 'imports the hidden test', "import './a.test.ts';\nit('x', () => { expect(1).toBe(1); });", [
    'refused',
  ]),
  tried('T14', 'skips what it asserts', "it.skip('x', () => { expect(f(2)).toBe(4); });", ['failed']),
  tried(
    'T15',
    'throws in a timer, one trial later',
    `${good}\nsetTimeout(() => { throw new Error('late'); }, 5);`,
    ['passed', 'failed', 'crashed'],
  ),
  tried(
    'T16',
    'takes the test library apart',
    "for (const key of ['fn', 'spyOn']) try { (vi as any)[key] = () => { throw 1; }; } catch {}\ntry { Object.assign(it, { each: null, only: null }); } catch {}\ntry { (expect as any).getState().assertionCalls = 99; (expect as any).setState({ assertionCalls: 99 }); } catch {}\nit('x', () => {});",
    ['failed', 'crashed'],
  ),
  tried(
    'T17',
    'watches methods of the library and of built-ins that stay open, and does not put them back',
    `import { AggregateRoot, eventPublisher } from 'past-tense';
it('watches', () => {
  const register = vi.spyOn(AggregateRoot.prototype as any, 'domainEvents').mockReturnValue([1]);
  const publisher = eventPublisher();
  const publish = vi.spyOn(publisher, 'publish');
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  vi.spyOn(console, 'log');
  class User extends AggregateRoot { readonly id = '1'; }
  expect(new User().domainEvents()).toEqual([1]);
  expect(register).toHaveBeenCalledOnce();
  expect(publish).not.toHaveBeenCalled();
  expect(vi.isMockFunction(publisher.publish)).toBe(true);
  expect(f(2)).toBe(4); expect(f(0)).toBe(0);
});`,
    ['passed'],
  ),
  tried(
    'T18',
    'a method of a built-in watched',
    "it('x', () => { vi.spyOn(JSON, 'stringify'); expect(f(2)).toBe(4); expect(f(0)).toBe(0); });",
    ['failed'],
    {
      says: 'JSON.stringify cannot be changed',
    },
  ),
  tried(
    'T19',
    'a clock of the test library',
    "it('x', () => { vi.useFakeTimers(); expect(f(2)).toBe(4); expect(f(0)).toBe(0); });",
    ['failed'],
    {
      says: 'give the code a clock',
    },
  ),
  tried(
    'T20',
    'matchers, equalities and expectations of its own, for every later trial',
    `expect.extend({ toBe: () => ({ pass: true, message: () => '' }) } as any);
(expect as any).addEqualityTesters([() => true]);
(expect as any).setState({ assertionCalls: 5 });
it('x', () => { expect(f(2)).toBe(5); expect(f(2)).toEqual(7); });`,
    ['failed'],
  ),
  tried(
    'T21',
    'a runner that it takes apart from inside a test',
    `it('x', ({ task, expect: own }: any) => {
  for (const holder of [task, task.file, task.suite, task.context, own].filter(Boolean)) for (const key of Object.keys(holder)) try { holder[key] = undefined; } catch {}
  try { Object.defineProperty(task, 'result', { get: () => ({ state: 'fail', errors: [] }), set() {} }); } catch {}
  expect(f(2)).toBe(4);
});`,
    notPassed,
  ),
  tried(
    'T22',
    'tests within tests, hooks that never end, tests without a name',
    "afterEach(() => new Promise(() => {}));\nit('', () => { it('inner', () => {}); expect(f(2)).toBe(4); expect(f(0)).toBe(0); });",
    notPassed,
  ),
];
