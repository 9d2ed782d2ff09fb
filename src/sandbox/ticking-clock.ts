export type TickingClock = {
  readonly Date: DateConstructor;
  /** Sets it back to where it started. */
  readonly rewind: () => void;
};

/**
 * `Date` with a clock that goes on by a millisecond whenever somebody looks at it, from the same moment on in every run.
 * So what asks the clock twice always gets two answers, and an exercise is judged the same on a slow machine and a fast
 * one.
 */
export function tickingClock(SystemDate: DateConstructor): TickingClock {
  const start = SystemDate.UTC(2026, 0, 1);
  let time = start;
  const now = () => (time += 1);
  const TickingDate = function (...values: unknown[]): unknown {
    if (!new.target) return new SystemDate(now()).toString();
    return Reflect.construct(SystemDate, values.length === 0 ? [now()] : values, new.target);
  };
  const Date = Object.defineProperties(TickingDate, {
    ...Object.getOwnPropertyDescriptors(SystemDate),
    now: { value: now, writable: true, configurable: true, enumerable: false },
  }) as unknown as DateConstructor;
  return { Date, rewind: () => void (time = start) };
}
