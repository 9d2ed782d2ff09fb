import { describe, expect, it } from 'vitest';
import { checkExercise } from './check-exercise.ts';
import { foreignExercise } from './foreign-exercise.test-support.ts';
import { runInline } from './inline-job.test-support.ts';
import { librarySources } from './library-sources.ts';

const root = process.cwd();

it('a whole foreign exercise works unchanged in a chapter folder', async () => {
  expect(await checkExercise(root, foreignExercise(), librarySources(root))).toMatchObject({
    id: 'orders/checkout',
    starter: 'failed',
    solution: 'passed',
    alternatives: { loop: 'passed' },
    mistakes: {
      'no-discount-at-ten': 'failed',
      'no-discount-at-ten.table': 'failed',
      'tells-before-paying': 'failed',
    },
    complaints: [],
  });
});

describe.each([
  { from: 'vitest', mocks: 'vi' },
  { from: '@jest/globals', mocks: 'jest' },
])('a hidden test that imports from $from', ({ from, mocks }) => {
  const names = `${mocks}, describe, it, test, expect, beforeAll, beforeEach, afterAll, afterEach`;
  const passed = async (code: string) => {
    const test = `import { ${names} } from '${from}';\nimport * as user from './user';\n${code}`;
    const report = await runInline(user, test.replaceAll('mocks.', `${mocks}.`));
    const failures = report.tests.flatMap(({ name, errors }) => errors.map((e) => `${name}: ${e.message}`));
    expect([...report.loadErrors, ...failures]).toEqual([]);
    return report.tests.map(({ name }) => name);
  };

  it('has it.each and describe.each with rows, objects, single values and tables', async () => {
    expect(
      await passed(`
        it.each([[1, 2], [2, 4]])('%i gives %i', (n, twice) => { expect(user.twice(n)).toBe(twice); });
        it.each([{ n: 3, twice: 6 }])('$n gives $twice', ({ n, twice }) => { expect(user.twice(n)).toBe(twice); });
        test.each([4])('%s is doubled', (n) => { expect(user.twice(n)).toBe(n + n); });
        test.each\`
          n    | twice
          \${5} | \${10}
        \`('$n in a table gives $twice', ({ n, twice }) => { expect(user.twice(n)).toBe(twice); });
        describe.each([['a', 1], ['b', 2]])('suite %s', (_, n) => {
          it('doubles', () => { expect(user.twice(n)).toBe(2 * n); });
        });`),
    ).toEqual([
      '1 gives 2',
      '2 gives 4',
      '3 gives 6',
      '4 is doubled',
      '5 in a table gives 10',
      'suite a > doubles',
      'suite b > doubles',
    ]);
  });

  it('has hooks that run around tests, outer ones first, also asynchronous ones', async () => {
    await passed(`
      const log: string[] = [];
      beforeAll(async () => { await Promise.resolve(); log.push('all'); });
      beforeEach(() => { log.push('outer'); });
      describe('inner', () => {
        beforeEach(async () => { await Promise.resolve(); log.push('inner'); });
        afterEach(() => { log.push('after'); });
        afterAll(() => { log.push('after all'); });
        it('one', () => { expect(log).toEqual(['all', 'outer', 'inner']); });
        it('two', () => { expect(log.slice(3)).toEqual(['after', 'outer', 'inner']); });
      });
      it('three', () => { expect(log.slice(6)).toEqual(['after', 'after all', 'outer']); });`);
  });

  it('has mock functions with values, implementations, promises and records', async () => {
    await passed(`
      it('values', () => {
        const mock = mocks.fn().mockReturnValue(3).mockReturnValueOnce(1).mockReturnValueOnce(2);
        expect([mock(), mock('b'), mock('c', 4)]).toEqual([1, 2, 3]);
        expect(mock.mock.calls).toEqual([[], ['b'], ['c', 4]]);
        expect(mock.mock.lastCall).toEqual(['c', 4]);
        expect(mock.mock.results[0]).toEqual({ type: 'return', value: 1 });
        expect(mock).toHaveBeenCalledTimes(3);
        expect(mock).toHaveBeenNthCalledWith(2, expect.stringMatching(/b/));
        expect(mock).toHaveReturnedWith(3);
        mock.mockClear();
        expect(mock).not.toHaveBeenCalled();
        expect(mock()).toBe(3);
      });
      it('implementations', () => {
        const mock = mocks.fn(user.twice).mockImplementationOnce(() => 7);
        expect([mock(1), mock(2)]).toEqual([7, 4]);
        mock.mockImplementation(() => { throw new RangeError('too much'); });
        expect(() => mock(1)).toThrow(RangeError);
        expect(mock.mock.results[2].type).toBe('throw');
      });
      it('promises', async () => {
        const mock = mocks.fn().mockResolvedValueOnce(1).mockRejectedValue(new Error('down'));
        await expect(mock()).resolves.toBe(1);
        await expect(mock()).rejects.toThrow('down');
      });
      it('names', () => {
        expect(mocks.isMockFunction(mocks.mocked(mocks.fn().mockName('bell')))).toBe(true);
      });`);
  });

  it('has spies that call through, can be replaced, and are taken back', async () => {
    await passed(`
      const bell = { ring: (times: number) => times, get tone() { return 'low'; } };
      afterEach(() => { mocks.restoreAllMocks(); });
      it('calls through', () => {
        const ring = mocks.spyOn(bell, 'ring');
        expect(bell.ring(2)).toBe(2);
        expect(ring).toHaveBeenCalledWith(2);
      });
      it('is taken back, then replaced', () => {
        expect(mocks.isMockFunction(bell.ring)).toBe(false);
        mocks.spyOn(bell, 'ring').mockImplementation(() => 9);
        mocks.spyOn(bell, 'tone', 'get').mockReturnValue('high');
        expect([bell.ring(2), bell.tone]).toEqual([9, 'high']);
      });
      it('is taken back by the hook', () => { expect([bell.ring(2), bell.tone]).toEqual([2, 'low']); });
      it('reaches the method of a class', () => {
        const add = mocks.spyOn(user.Counter.prototype, 'add');
        expect(new user.Counter().add(5)).toBe(5);
        expect(add.mock.calls).toEqual([[5]]);
      });`);
  });

  it('has toThrow in every form, resolves, rejects, and counted assertions', async () => {
    await passed(`
      const fail = () => { throw new TypeError('not a number'); };
      it('throws', () => {
        expect(fail).toThrow();
        expect(fail).toThrow('a number');
        expect(fail).toThrow(/^not/);
        expect(fail).toThrow(TypeError);
        expect(fail).toThrow(new TypeError('not a number'));
        expect(fail).toThrow(expect.objectContaining({ message: 'not a number' }));
        expect(() => user.twice(1)).not.toThrow();
      });
      it('settles', async () => {
        await expect(Promise.resolve({ n: 1, m: [1] })).resolves.toMatchObject({ m: [1] });
        await expect(Promise.reject(new TypeError('no'))).rejects.toThrow(TypeError);
        await expect(async () => fail()).rejects.toHaveProperty('message', 'not a number');
      });
      it('counts', async () => { expect.assertions(1); await expect(Promise.resolve(1)).resolves.toBe(1); });
      it('has some', () => { expect.hasAssertions(); expect(1).toBe(1); });`);
  });

  it('has the usual matchers, and matchers of its own', async () => {
    await passed(`
      it('matches', () => {
        expect([1, { a: undefined }]).toEqual([1, {}]);
        expect({ a: undefined }).not.toStrictEqual({});
        expect([{ a: 1 }]).toContainEqual({ a: 1 });
        expect(new Map([['a', new Set([1])]])).toEqual(new Map([['a', new Set([1])]]));
        expect(0.1 + 0.2).toBeCloseTo(0.3);
        expect('event').toHaveLength(5);
        expect({ a: { b: 1 } }).toHaveProperty('a.b', 1);
        expect([3, 1]).toEqual(expect.arrayContaining([1]));
        expect({ at: new Date(0) }).toEqual({ at: expect.any(Date) });
        expect(new user.Counter()).toBeInstanceOf(user.Counter);
        expect([null, undefined, NaN, 1, '']).toEqual([null, undefined, NaN, expect.anything(), '']);
      });
      it('extends', () => {
        expect.extend({ toBeEven: (n) => ({ pass: n % 2 === 0, message: () => n + ' is odd' }) });
        expect(user.twice(3)).toBeEven();
        expect(() => expect(3).toBeEven()).toThrow('3 is odd');
      });`);
  });
});

it('a hidden test that imports from @jest/globals has what only Jest has', async () => {
  const report = await runInline(
    user,
    `import { expect, it, jest, test } from '@jest/globals';
     it.each([[{ a: 1 }]])('prints %p', (value) => { expect(value).toEqual({ a: 1 }); });
     it.failing('fails', () => { expect(1).toBe(2); });
     test('mockReset takes the implementation away', () => {
       const mock = jest.fn(() => 1);
       mock.mockReset();
       expect(mock()).toBeUndefined();
     });`,
  );
  expect(report.tests.map(({ name, state }) => [name, state])).toEqual([
    ['prints { a: 1 }', 'passed'],
    ['fails', 'passed'],
    ['mockReset takes the implementation away', 'passed'],
  ]);
});

it('a test that makes other assertions than it announced fails', async () => {
  const report = await runInline(
    user,
    `import { expect, it } from 'vitest';
     it('two', () => { expect.assertions(2); expect(1).toBe(1); });
     it('some', () => { expect.hasAssertions(); });
     it('own', () => { expect(1).toBe(1); });`,
  );
  expect(report.tests.map(({ state, errors }) => [state, errors[0]?.message])).toEqual([
    ['failed', 'expected number of assertions to be 2, but got 1'],
    ['failed', 'expected any number of assertions, but got none'],
    ['passed', undefined],
  ]);
});

const user = `
  export const twice = (n: number): number => n * 2;
  export class Counter { #n = 0; add(n: number): number { return (this.#n += n); } }`;
