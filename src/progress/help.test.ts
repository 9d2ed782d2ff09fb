import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';

const exercise = 'aggregates/change-password';

// Each test is a page of its own, in a browser that remembers nothing yet.
beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('dispatchEvent', () => true);
});

const openSite = async () => ({
  ...(await import('./help.ts')),
  ...(await import('./passed.ts')),
  ...(await import('./store.ts')),
});

it('does not take an exercise for passed because help was opened', async () => {
  const { recordHint, recordSolution, passedExercises } = await openSite();
  await recordHint(exercise, 1);
  await recordSolution(exercise);

  expect(await passedExercises()).toEqual(new Set());
});

it('keeps what was opened when the exercise is passed', async () => {
  const { recordHint, recordSolution, recordPassed, readHelp, passedExercises } = await openSite();
  await recordHint(exercise, 1);
  vi.setSystemTime(2_000);
  await recordSolution(exercise);
  vi.setSystemTime(3_000);
  await recordPassed(exercise);

  expect(await readHelp(exercise)).toEqual({ hintsAt: [1_000], solutionAt: 2_000, passedAt: 3_000 });
  expect(await passedExercises()).toEqual(new Set([exercise]));
});

it('remembers the first time that something was opened', async () => {
  const { recordHint, recordSolution, readHelp } = await openSite();
  await recordHint(exercise, 1);
  await recordSolution(exercise);
  vi.setSystemTime(2_000);
  await recordSolution(exercise);
  await recordHint(exercise, 1);
  await recordHint(exercise, 2);

  expect(await readHelp(exercise)).toEqual({ hintsAt: [1_000, 2_000], solutionAt: 1_000 });
});

it('loses nothing when several things are recorded at once', async () => {
  const { recordHint, recordSolution, recordPassed, readHelp } = await openSite();
  await Promise.all([recordPassed(exercise), recordHint(exercise, 1), recordSolution(exercise)]);

  expect(await readHelp(exercise)).toEqual({ hintsAt: [1_000], solutionAt: 1_000, passedAt: 1_000 });
});

it('goes on with a pass from before help was remembered', async () => {
  const { write, recordHint, recordPassed, readHelp, passedExercises } = await openSite();
  await write('progress', exercise, { v: 1, passedAt: 500 } as never);
  expect(await passedExercises()).toEqual(new Set([exercise]));

  await recordHint(exercise, 1);
  await recordPassed(exercise);
  expect(await readHelp(exercise)).toEqual({ hintsAt: [1_000], solutionAt: undefined, passedAt: 500 });
});

it('remembers until the page is left where the browser stores nothing', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new Error('blocked');
    },
  } as unknown as IDBFactory;
  const { recordHint, recordPassed, readHelp } = await openSite();
  await recordHint(exercise, 1);

  await recordPassed(exercise);
  expect(await readHelp(exercise)).toEqual({ hintsAt: [1_000], solutionAt: undefined, passedAt: 1_000 });
});
