import { describe, expect, it } from 'vitest';
import { withSourceFrames } from '../workbench/source-frames.ts';
import { runInline } from './inline-job.test-support.ts';

const twice = 'export const twice = (n: number): number => n * 2;';

describe('hidden tests', () => {
  it('use describe, hooks, it.each, mocks, asymmetric matchers and promises as in Vitest', async () => {
    const report = await runInline(
      twice,
      `import { beforeEach, describe, expect, it, vi } from 'vitest';
       import { twice } from './user.ts';
       let calls = 0;
       beforeEach(() => { calls += 1; });
       describe('twice', () => {
         it.each([[1, 2], [2, 4]])('of %i is %i', (n, expected) => { expect(twice(n)).toBe(expected); });
         it('is called back', () => {
           const callback = vi.fn((n: number) => twice(n));
           callback(3);
           expect(callback).toHaveBeenCalledWith(3);
           expect(callback.mock.results[0]?.value).toBe(6);
         });
         it('fits matchers', async () => {
           expect({ value: twice(1), more: 1 }).toEqual(expect.objectContaining({ value: expect.any(Number) }));
           await expect(Promise.resolve(twice(4))).resolves.toBe(8);
           await expect(Promise.reject(new Error('no'))).rejects.toThrow('no');
           expect(() => { throw new TypeError('bad'); }).toThrow(TypeError);
           expect(calls).toBe(4);
         });
       });`,
    );

    expect(report.ending).toEqual({ kind: 'ended' });
    expect(report.tests.map(({ name, state, assertions }) => [name, state, assertions])).toEqual([
      ['twice > of 1 is 2', 'passed', 1],
      ['twice > of 2 is 4', 'passed', 1],
      ['twice > is called back', 'passed', 2],
      ['twice > fits matchers', 'passed', 5],
    ]);
  });

  it('report expected and actual of a failed comparison as plain text', async () => {
    const report = await runInline(
      twice,
      `import { expect, it } from 'vitest';
       import { twice } from './user.ts';
       it('compares', () => { expect({ n: twice(1) }, 'look here').toEqual({ n: 3 }); });`,
    );

    const [error] = report.tests[0]!.errors;
    expect(error).toMatchObject({
      assertion: true,
      message: 'look here: expected { n: 2 } to deeply equal { n: 3 }',
      expected: '{\n  "n": 3,\n}',
      actual: '{\n  "n": 2,\n}',
    });
    expect(error!.diff).toContain('-   "n": 3,');
  });

  it('tell skipped tests apart from passed ones', async () => {
    const report = await runInline(
      twice,
      `import { expect, it } from 'vitest';
       it.skip('later', () => {});
       it('now', () => { expect(1).toBe(1); });`,
    );
    expect(report.tests.map(({ state }) => state).toSorted()).toEqual(['passed', 'skipped']);
  });
});

describe("learner's code", () => {
  it('is shown at its own line, through the source map, when it throws', async () => {
    const report = await runInline(
      `interface Unused { readonly a: number }

       export function twice(n: number): number {
         if (n > 0) {
           throw new RangeError('too large');
         }
         return n * 2;
       }`,
      `import { it } from 'vitest';
       import { twice } from './user.ts';
       it('runs', () => { twice(1); });`,
    );

    const mapped = withSourceFrames(report, report.compiled.modules);
    const [error] = mapped.tests[0]!.errors;
    expect(error).toMatchObject({ name: 'RangeError', message: 'too large', assertion: false });
    expect(error!.frames).toEqual([{ path: './user.ts', line: 5, column: 18 }]);
  });

  it('that throws while it is loaded is a load error, and no test is reported', async () => {
    const report = await runInline(
      `throw new Error('not today');
       export const twice = 1;`,
      `import { expect, it } from 'vitest';
       import { twice } from './user.ts';
       it('runs', () => { expect(twice).toBe(1); });`,
    );
    expect(report.tests).toEqual([]);
    expect(report.loadErrors.map(({ message }) => message)).toEqual(['not today']);
  });

  it('that throws in a timer is reported outside the tests', async () => {
    const report = await runInline(
      `setTimeout(() => { throw new Error('timer'); }, 0);
       void Promise.reject(new Error('rejected'));
       export const twice = 1;`,
      `import { expect, it } from 'vitest';
       import { twice } from './user.ts';
       it('runs', () => { expect(twice).toBe(1); });`,
    );
    expect(report.uncaught.map(({ message }) => message)).toEqual(['timer']);
    expect(report.unhandledRejections.map(({ message }) => message)).toEqual(['rejected']);
  });

  it('that the engine refuses although it compiles is a load error', async () => {
    const report = await runInline(
      'export const pattern = /(/;',
      `import { expect, it } from 'vitest';
       import { pattern } from './user.ts';
       it('runs', () => { expect(pattern).toBeDefined(); });`,
    );
    expect(report.ending).toEqual({ kind: 'ended' });
    expect(report.loadErrors.map(({ name }) => name)).toEqual(['SyntaxError']);
  });

  it.each(['beforeAll', 'afterAll'])('that throws in %s of a suite is not lost', async (hook) => {
    const report = await runInline(
      "export const fail = (): never => { throw new Error('in a hook'); };",
      `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
       import { fail } from './user.ts';
       describe('suite', () => {
         ${hook}(() => { fail(); });
         it('runs', () => { expect(1).toBe(1); });
       });`,
    );
    expect(report.loadErrors.map(({ message }) => message)).toEqual(['in a hook']);
  });

  it('that never ends is ended at the limit, and the running test is named', async () => {
    const report = await runInline(
      'export const twice = (): number => { for (;;); };',
      `import { expect, it } from 'vitest';
       import { twice } from './user.ts';
       it('quick', () => { expect(1).toBe(1); });
       it('slow', () => { expect(twice()).toBe(1); });`,
      400,
    );
    expect(report.ending).toEqual({ kind: 'timed-out', limitMs: 400, running: 'slow' });
    expect(report.tests.map(({ name }) => name)).toEqual(['quick']);
  });

  it('writes to the console with level and test, up to a limit', async () => {
    const report = await runInline(
      `console.info('loading', { a: 1 });
       export const shout = (): void => { for (let i = 0; i < 500; i += 1) console.warn('line', i); };`,
      `import { expect, it } from 'vitest';
       import { shout } from './user.ts';
       it('shouts', () => { shout(); expect(1).toBe(1); });`,
    );
    expect(report.console.slice(0, 2)).toEqual([
      { level: 'info', text: 'loading { a: 1 }' },
      { level: 'warn', text: 'line 0', test: 'shouts' },
    ]);
    expect(report.console).toHaveLength(200);
    expect(report.consoleCut).toBe(true);
  });

  it('that asks the clock gets another answer each time, the same in every run, or that of a mock', async () => {
    const run = () =>
      runInline(
        'export const times = () => [Date.now(), new Date().getTime(), Date.now()];',
        `import { expect, it, vi } from 'vitest';
         import { times } from './user.ts';
         it('ticks', () => {
           expect(new Set(times()).size).toBe(3);
           console.log(String(times()));
           vi.spyOn(Date, 'now').mockReturnValue(7);
           expect(times()[2]).toBe(7);
         });`,
      );
    const [one, other] = [await run(), await run()];
    expect(one.tests.map(({ state }) => state)).toEqual(['passed']);
    expect(other.console).toEqual(one.console);
  });

  it('cannot reach the tests, vitest or what a browser worker lacks', async () => {
    const report = await runInline(
      `const names = ['require', 'process', 'fetch', 'importScripts', 'defineModule', 'expect', 'it'];
       export const reachable = names.filter((name) => name in globalThis);`,
      `import { expect, it } from 'vitest';
       import { reachable } from './user.ts';
       it('is alone', () => { expect(reachable).toEqual([]); });`,
    );
    expect(report.tests[0]).toMatchObject({ state: 'passed' });
  });
});

describe('a drawing', () => {
  const drawing = `import { expect, it } from 'vitest';
    import { attachDrawing } from 'past-tense/drawing';
    import { text } from './user.ts';
    it('draws', () => {
      attachDrawing({ kind: 'wall', notes: [{ id: '1', kind: 'event', text: { en: text, ko: 'ko' } }], arrows: [] });
      expect(1).toBe(2);
    });`;

  it('reaches the report, also of a test that fails', async () => {
    const report = await runInline("export const text = 'Moved';", drawing);
    expect(report.tests[0]).toMatchObject({ name: 'draws', state: 'failed' });
    expect(report.drawings).toEqual([
      {
        kind: 'wall',
        notes: [{ id: '1', kind: 'event', text: { en: 'Moved', ko: 'ko' }, wrong: false }],
        arrows: [],
      },
    ]);
  });

  it('of values that cannot be sent leaves them out', async () => {
    const report = await runInline('export const text = () => Symbol.iterator;', drawing);
    expect(report.tests[0]?.errors[0]?.assertion).toBe(true);
    expect(report.drawings).toMatchObject([{ notes: [{ text: { en: '' } }] }]);
  });

  it("cannot be imported by the learner's code", async () => {
    await expect(
      runInline("export { attachDrawing as text } from 'past-tense/drawing';", drawing),
    ).rejects.toThrow('import');
  });
});

describe('a tape', () => {
  const taped = `import { expect, it } from 'vitest';
    import { attachTape } from 'past-tense/drawing';
    import { evolve } from './user.ts';
    const paid = { type: 'Paid', data: { won: 2 } };
    attachTape({ stream: 'bill-7', events: () => [paid, paid], offers: [paid], initialState: () => 0, evolve });
    it('adds', () => { expect(evolve(1, paid)).toBe(3); });`;

  it('reaches the report, also of a test that fails', async () => {
    const report = await runInline('export const evolve = (won, { data }) => won * data.won;', taped);
    expect(report.tests[0]?.state).toBe('failed');
    expect(report.tape?.steps).toHaveLength(3);
    expect(report.tape?.futures).toHaveLength(3);
  });

  it('is made when nobody judges or listens any more', async () => {
    const report = await runInline(
      `let calls = 0;
       export const evolve = (won, { data }) => {
         console.log('asked');
         if (++calls > 1) throw new Error('once is enough');
         return won + data.won;
       };`,
      taped,
    );
    expect(report.tests).toMatchObject([{ state: 'passed' }]);
    expect(report.uncaught).toEqual([]);
    expect(report.console).toHaveLength(1);
    expect(report.tape?.steps.at(-1)).toEqual({ kind: 'threw', error: 'Error: once is enough' });
  });
});
