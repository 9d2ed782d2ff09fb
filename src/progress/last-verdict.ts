import { storagePrefix } from '../site-address.ts';

/**
 * What the last run of an exercise said, as long as the tab lives: `sessionStorage`, because a verdict is news of this
 * sitting and no progress. What is read from it may have any shape.
 *
 *     past-tense:<base path>:verdict:<exercise>   JSON, as workbench/kept-verdict.ts describes it
 */
const prefix = `${storagePrefix}:verdict:`;

/** Larger than any honest one. In characters. */
const most = 500_000;

/** Keeps the first of these that is not too large: the verdict, or less of it. */
export function keepLastVerdict(exercise: string, ...verdicts: readonly unknown[]): void {
  const text = verdicts.map((verdict) => JSON.stringify(verdict)).find(({ length }) => length <= most);
  quietly(() =>
    text === undefined
      ? sessionStorage.removeItem(prefix + exercise)
      : sessionStorage.setItem(prefix + exercise, text),
  );
}

export function readLastVerdict(exercise: string): unknown {
  return quietly<unknown>(() => JSON.parse(sessionStorage.getItem(prefix + exercise) ?? 'null'));
}

export const hasLastVerdict = (exercise: string): boolean =>
  quietly(() => sessionStorage.getItem(prefix + exercise) !== null) ?? false;

export function forgetLastVerdict(exercise: string): void {
  quietly(() => sessionStorage.removeItem(prefix + exercise));
}

export function forgetLastVerdicts(): void {
  quietly(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  });
}

/** Storage that is blocked or full throws; then nothing is kept. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
