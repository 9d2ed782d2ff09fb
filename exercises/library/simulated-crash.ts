/**
 * The process died at a named point. It is thrown, because that is how a run can be stopped, and is nobody's error: no
 * piece of this library handles it, and it reaches the one who plays the world. What was committed or sent stays, what was
 * not committed is gone, and nobody is told.
 *
 * A `catch` or `finally` of your own runs nevertheless, as it would not in a process that is dead. It comes no further
 * than to the next point, see {@link FaultInjector.point}.
 */
export class SimulatedCrash extends Error {
  /** Where it died. */
  readonly point: string;

  constructor(point: string) {
    super(
      `The process died at "${point}". A restart is new objects, the injector too, on the same database.`,
    );
    this.name = 'SimulatedCrash';
    this.point = point;
  }
}

/** Lets the crash through where errors are handled. */
export function rethrowCrash(error: unknown): void {
  if (error instanceof SimulatedCrash) throw error;
}
