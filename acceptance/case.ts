import type { Verdict } from '../src/workbench/verdict.ts';

/** One attack, fault or honest program, run by the real compiler, sandbox and judge as the workbench runs it. */
export type Case = {
  /** The category's letter and a number, which stays. */
  readonly id: string;
  readonly name: string;
  /**
   * The learner's `./a.ts`. Addresses of the listening servers may stand in it: `{http}`, `{ws}`, `{tcp}`, `{udp}`,
   * and `{site}`, the page's own.
   */
  readonly code: string;
  /** Files that the learner reads and imports and the hidden tests import as well: path → TypeScript. */
  readonly given?: Readonly<Record<string, string>>;
  /** The hidden tests and their names; left out, those that want `f(n)` to be `2n`. */
  readonly tests?: string;
  readonly names?: readonly string[];
  /** What `f` of the next run is, which has to pass; `own` runs the case itself once more, `none` runs another exercise. */
  readonly solution?: string;
  /** A test that the learner writes, `./a.spec.ts`, tried on `./a.right.ts` and each of the faulty ones. */
  readonly trials?: {
    readonly spec: string;
    /** The spec of the next run, which notices every fault. */
    readonly good: string;
    readonly correct: string;
    readonly faulty: Readonly<Record<string, string>>;
  };
  /** Whether the exercise leaves the built-ins open. */
  readonly intrinsics?: 'open';
  /** The button Run pressed three times in a row, or Stop pressed while the code runs. Otherwise Run once. */
  readonly press?: 'run three times' | 'run and stop';
  /** The verdicts that are right; any other is a failure. */
  readonly wants: readonly Verdict['kind'][];
  /** What an engine may also make of it, and why. */
  readonly wantsIn?: Readonly<Partial<Record<Engine, readonly Verdict['kind'][]>>>;
  /** Must stand in what the learner reads: error messages, compiler problems, console lines. */
  readonly says?: string;
  /** Must not stand there. */
  readonly neverSays?: string;
};

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** A wrong and a right solution of the default tests. */
export const wrong = 'export const f = (n: number): any => 0;';
export const right = 'export const f = (n: number): any => n * 2;';

/** Any verdict on code that ran, but a pass. An attack that does not compile attacks nothing. */
export const notPassed: Case['wants'] = ['failed', 'crashed', 'timed-out'];
/** Any verdict; what counts is that page and sandbox survive it. */
export const anything: Case['wants'] = ['passed', 'refused', ...notPassed];

export const defaultTests = {
  tests: `
it('doubles', () => { expect(f(2)).toBe(4); });
it('deep', () => { expect({ v: f(3) }).toEqual({ v: 6 }); });
it('async', async () => { await expect(Promise.resolve(f(4))).resolves.toBe(8); });
`,
  names: ['doubles', 'deep', 'async'],
} as const;

/** For hostile values: the value is compared and has to be shown. */
export const wantsOne = {
  tests: `it('one', () => { expect(f(1)).toEqual({ want: 1 }); });`,
  names: ['one'],
  solution: 'export const f = (n: number): any => ({ want: n });',
} as const;
