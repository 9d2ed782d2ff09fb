import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyReport } from '../sandbox/collect-report.ts';
import type { Recordings } from '../sandbox/recording.ts';
import type { Engine } from './engine.ts';
import { createJudging, nothingJudged, type JudgingState } from './judging.ts';

const starter = { './cart.ts': 'export {};' };

const soon = async (): Promise<void> => undefined;

const noEngine = async (): Promise<Engine> => {
  throw new Error('nothing came');
};

/** An exercise whose compiler never comes, unless another engine does, so that every run ends as unavailable. */
function judge({ save = soon, begin = soon, engine = noEngine } = {}) {
  let files: Readonly<Record<string, string>> = starter;
  const states: JudgingState[] = [nothingJudged];
  const judging = createJudging({
    exercise: 'cart/add',
    bundle: 'cart.add.json',
    files: () => files,
    save,
    async loadEngine() {
      await begin();
      return engine();
    },
    tell: (state) => states.push(state),
  });
  const write = (text: string) => {
    files = { './cart.ts': text };
    judging.changed(files);
  };
  const state = () => states.at(-1)!;
  const verdict = () => {
    const { run } = state();
    return run?.kind === 'judged' ? run.verdict.kind : run?.kind;
  };
  return { judging, write, state, states, verdict };
}

const never = () => new Promise<void>(() => undefined);
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('shows that a run is under way if it is not over soon, while the draft is still being stored', async () => {
  vi.useFakeTimers();
  const { judging, verdict } = judge({ begin: never, save: never });
  void judging.run();
  expect(verdict()).toBe(undefined);
  await vi.advanceTimersByTimeAsync(80);
  expect(verdict()).toBe('compiling');
});

it('tells of a quick run its verdict and nothing else, then and later', async () => {
  vi.useFakeTimers();
  const { judging, states } = judge();
  const run = judging.run();
  await vi.advanceTimersByTimeAsync(1_000);
  await run;
  expect(states.map(({ run: told }) => told?.kind)).toEqual([undefined, 'judged']);
});

it('runs though the storage gives no answer', async () => {
  vi.useFakeTimers();
  const { judging, verdict } = judge({ save: never });
  const run = judging.run();
  await vi.advanceTimersByTimeAsync(1_000);
  await run;
  expect(verdict()).toBe('unavailable');
});

it('is cancelled by Stop before it has begun, and forgets the verdict before it', async () => {
  kept.set('past-tense:/:verdict:cart/add', 'of the run before');
  const { judging, verdict } = judge();
  const run = judging.run();
  judging.stop();
  await run;
  expect(verdict()).toBe('cancelled');
  expect(kept.size).toBe(0);
});

it('tells of the last of two runs', async () => {
  const { judging, state, verdict, write } = judge();
  const first = judging.run();
  write('newer');
  const second = judging.run();
  await Promise.all([first, second]);
  expect(verdict()).toBe('unavailable');
  expect(state().judged).toEqual({ './cart.ts': 'newer' });
});

it('is stale as long as the code is not what was judged', async () => {
  const { judging, state, write } = judge();
  await judging.run();
  expect(state().stale).toBe(false);
  write('changed');
  expect(state().stale).toBe(true);
  write(starter['./cart.ts']);
  expect(state().stale).toBe(false);
});

it('tells that a verdict is stale once, not with every keystroke', async () => {
  const { judging, states, write } = judge();
  await judging.run();
  const before = states.length;
  for (const text of ['c', 'ch', 'cha']) write(text);
  expect(states.length - before).toBe(1);
});

it('is stale from the start when the learner went on writing', async () => {
  const { judging, state, write } = judge({ begin: async () => write('meanwhile') });
  await judging.run();
  expect(state().stale).toBe(true);
});

it('judges what was stopped by what ran, not by the run before it', async () => {
  const { judging, state, write } = judge();
  await judging.run();
  write('second');
  const run = judging.run();
  judging.stop();
  await run;
  write('third');
  expect(state().stale).toBe(true);
  write('second');
  expect(state().stale).toBe(false);
});

/** Every run ends at once, without the test that it should have; its recordings come when they are told to. */
function recordingEngine() {
  const waiting: ((recordings: Recordings) => void)[] = [];
  const sandbox = {
    run: async () => ({
      report: emptyReport({ kind: 'ended' }),
      recordings: () => new Promise<Recordings>((resolve) => waiting.push(resolve)),
    }),
  };
  const plan = { entry: './a.test.ts', trials: [] };
  const bundle = { plan, fixed: [], checks: [], tests: ['a test'], fingerprints: {} };
  const engine = {
    compiler: { compile: async () => ({ kind: 'compiled', modules: [] }) },
    checker: { check: async () => ({ kind: 'checked', tests: [] }) },
    loadRunner: async () => ({ bundle, sandbox }),
  } as unknown as Engine;
  return { waiting, engine: async () => engine };
}

const recordings: Recordings = new Map([
  ['a test', { version: 1, more: 0, entries: [{ kind: 'call', lane: { place: 'caller' }, label: 'x' }] }],
]);

it('tells the verdict before anything is known of what happened, and keeps both together', async () => {
  const { waiting, engine } = recordingEngine();
  const { judging, state, states, verdict } = judge({ engine });
  await judging.run();
  expect(verdict()).toBe('crashed');
  expect(state().recordings).toBeUndefined();
  const { run } = state();
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0]!(recordings);
  await vi.waitFor(() => expect(state().recordings).toBe(recordings));
  expect(state().run).toBe(run);
  expect(states).toHaveLength(3);
  await vi.waitFor(() => expect(kept.get('past-tense:/:verdict:cart/add')).toContain('"caller"'));
});

it('does not tell of a run what happened in the one before it', async () => {
  const { waiting, engine } = recordingEngine();
  const { judging, state } = judge({ engine });
  await judging.run();
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  await judging.run();
  waiting[0]!(recordings);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  expect(state().recordings).toBeUndefined();
  waiting[1]!(new Map());
  await vi.waitFor(() => expect(state().recordings).toEqual(new Map()));
});
