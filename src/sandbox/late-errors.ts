import type { ErrorReport } from './report.ts';

/** Errors that nothing caught, and who has to answer for them. */
export type LateErrors = {
  /** Takes an error. False if nobody answers for it but the run as a whole. */
  readonly charge: (error: ErrorReport) => boolean;
  /** Does the work and waits for what it left behind; those errors come back instead of going to the run. */
  readonly collect: (work: () => Promise<void>) => Promise<readonly ErrorReport[]>;
};

export function lateErrors(): LateErrors {
  let collecting: ErrorReport[] | undefined;
  return {
    charge(error) {
      collecting?.push(error);
      return collecting !== undefined;
    },
    async collect(work) {
      const collected: ErrorReport[] = [];
      collecting = collected;
      try {
        await work();
        await nextTasks();
      } finally {
        collecting = undefined;
      }
      return collected;
    },
  };
}

// Taken before learner code can replace it.
const nextTask = setTimeout;

/** Two tasks later: what a test left to a timer of no delay has happened, and what that left to another. */
export const nextTasks = (): Promise<void> =>
  new Promise((resolve) => nextTask(() => nextTask(() => resolve(), 0), 0));
