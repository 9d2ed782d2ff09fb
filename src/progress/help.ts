import { tellProgress } from './passed.ts';
import type { Progress } from './records.ts';
import { read, update } from './store.ts';

/** What a learner opened on the way through an exercise. Times are epoch milliseconds. */
export type Help = {
  readonly passedAt: number | undefined;
  /** When each hint was opened, in the order of the hints. */
  readonly hintsAt: readonly number[];
  readonly solutionAt: number | undefined;
};

export async function readHelp(exercise: string): Promise<Help> {
  const { passedAt, hintsAt = [], solutionAt }: Partial<Progress> = (await read('progress', exercise)) ?? {};
  return { passedAt, hintsAt, solutionAt };
}

/** Remembers that the hints up to this one were opened; the first is 1. */
export async function recordHint(exercise: string, hint: number): Promise<void> {
  await record(exercise, ({ hintsAt = [] }, now) => {
    const opened = Array.from({ length: Math.max(0, hint - hintsAt.length) }, () => now);
    return opened.length === 0 ? undefined : { hintsAt: [...hintsAt, ...opened] };
  });
}

/** Remembers that the official solution was opened. */
export async function recordSolution(exercise: string): Promise<void> {
  await record(exercise, ({ solutionAt }, now) =>
    solutionAt === undefined ? { solutionAt: now } : undefined,
  );
}

async function record(
  exercise: string,
  news: (known: Partial<Progress>, now: number) => Partial<Progress> | undefined,
): Promise<void> {
  await update('progress', exercise, (known = { v: 2 }) => {
    const change = news(known, Date.now());
    return change && { ...known, ...change, v: 2 };
  });
  tellProgress();
}
