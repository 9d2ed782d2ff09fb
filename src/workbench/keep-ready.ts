import type { Sources } from '../compiler/build-options.ts';

/** Not more often while somebody types: what is made in vain costs another thread some ten milliseconds. */
export const atMostEveryMs = 60;

export type ReadyKeeper = {
  /** The learner wrote. */
  written(files: Sources): void;
  stop(): void;
};

/**
 * Makes ready what the learner writes: at once, while they reach for Run, and one thing after the other; what was written
 * over meanwhile is left out. What fails is said at Run.
 */
export function keepReady(makeReady: (files: Sources) => Promise<void>): ReadyKeeper {
  let next: Sources | undefined;
  let isMaking = false;
  const makeNext = async () => {
    while (next) {
      const files = next;
      next = undefined;
      const rest = new Promise((resolve) => setTimeout(resolve, atMostEveryMs));
      await Promise.allSettled([makeReady(files), rest]);
    }
    isMaking = false;
  };
  return {
    written(files) {
      next = files;
      if (isMaking) return;
      isMaking = true;
      void makeNext();
    },
    stop() {
      next = undefined;
    },
  };
}
