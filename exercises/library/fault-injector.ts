import { note } from './recording.ts';
import { SimulatedCrash } from './simulated-crash.ts';

/**
 * Lets go wrong what goes wrong once in a million runs, at the very place that a test names. One injector is one life of
 * a process.
 *
 * Elsewhere: failpoints.
 */
export interface FaultInjector {
  /**
   * The process will die at this point.
   *
   * @param onHit On which visit, counted from now on. Default the first.
   */
  crashAt(point: string, onHit?: number): void;
  /** The next calls of this name will fail with an ordinary error, as many as `times`; later ones go well. */
  failCall(name: string, times: number): void;
  /**
   * Code that may go wrong says here where it is. Throws a {@link SimulatedCrash} if the process dies here, and again at
   * every later point: it is dead. Throws an Error if the call is to fail. Otherwise nothing happens.
   */
  point(name: string): void;
}

/** An injector that lets everything go well until it is told otherwise. */
export function faultInjector(): FaultInjector {
  const untilCrash = new Map<string, number>();
  const failing = new Map<string, number>();
  let crash: SimulatedCrash | undefined;

  return {
    crashAt(point, onHit = 1) {
      refuseUncountable('onHit', onHit, 1);
      untilCrash.set(point, onHit);
    },
    failCall(name, times) {
      refuseUncountable('times', times, 0);
      failing.set(name, times);
    },
    point(name) {
      if (crash) throw crash;
      const hitsLeft = (untilCrash.get(name) ?? 0) - 1;
      untilCrash.set(name, hitsLeft);
      if (hitsLeft === 0) {
        note({ kind: 'crash', place: 'process', label: name });
        crash = new SimulatedCrash(name);
        throw crash;
      }
      const failuresLeft = failing.get(name) ?? 0;
      if (failuresLeft === 0) return;
      failing.set(name, failuresLeft - 1);
      throw new Error(`${name} failed, as it was told to.`);
    },
  };
}

/**
 * Plays one life of a process: runs the work until it is done or dies.
 *
 * @returns The crash, or undefined if the work was done. Other errors are thrown.
 */
export function runUntilCrash(work: () => void): SimulatedCrash | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof SimulatedCrash) return error;
    throw error;
  }
}

function refuseUncountable(name: string, count: number, least: number): void {
  if (!Number.isInteger(count) || count < least) {
    throw new RangeError(`${name} is ${count}, but has to be a whole number from ${least}.`);
  }
}
