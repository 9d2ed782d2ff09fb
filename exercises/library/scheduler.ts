import { during, note } from './recording.ts';

/**
 * Keeps tasks for later. Nothing runs by itself: whoever holds the scheduler says when, so that a test sees each moment
 * in between.
 *
 * Elsewhere: stands for the executor behind Spring's `@Async`, and for a message queue.
 */
export interface Scheduler {
  /** Puts the task behind those that wait. */
  submit(task: () => void): void;
  /** Runs the task that has waited longest. Returns false if there was none. Throws what the task throws. */
  runNext(): boolean;
  /** Runs tasks until none waits, also those that come meanwhile. Returns how many. Stops at the first that throws. */
  runAll(): number;
  /** How many tasks wait. */
  pending(): number;
}

/** A scheduler that runs its tasks in the order of their submission, when it is told to. */
export function manualScheduler(): Scheduler {
  const waiting: (() => void)[] = [];

  const runNext = (): boolean => {
    const task = waiting.shift();
    if (task) during({ kind: 'task', place: 'scheduler', label: words, cause: task }, task);
    return task !== undefined;
  };

  return {
    submit(task) {
      waiting.push(task);
      note({ kind: 'scheduled', place: 'scheduler', label: words, as: task });
    },
    runNext,
    runAll() {
      let count = 0;
      while (runNext()) count += 1;
      return count;
    },
    pending: () => waiting.length,
  };
}

const words = { en: 'task', ko: '작업' };
