import type { Happening, Recorder } from '../../exercises/library/recording.ts';
import { isFrozen, isObject } from './name-happening.ts';

/** What happens while nobody takes it down, kept as it was told in case that it is to be taken down after all. */
export type LateLog<Entered> = Recorder & {
  /** How many happenings were told. */
  count(): number;
  /** Takes down everything, in the order in which it was told. */
  replay(taker: Taker<Entered>): void;
};

/** Takes down what happens at once, and the beginning and the end of what takes time. */
type Taker<Entered> = {
  add(happening: Happening): void;
  enter(happening: Happening): Entered;
  leave(entered: Entered): void;
  leaveThrowing(entered: Entered, error: unknown): void;
};

export function createLateLog<Entered>(): LateLog<Entered> {
  // Nothing is made for what is told: a test tells ten thousand things, and few are ever asked for.
  const log: (Happening | typeof begins | typeof ends | Thrown)[] = [];

  return {
    note: (happening) => void log.push(lasting(happening)),
    during(happening, work) {
      log.push(begins, lasting(happening));
      try {
        const result = work();
        log.push(ends);
        return result;
      } catch (error) {
        log.push(new Thrown(error));
        throw error;
      }
    },
    count: () => log.filter((each) => !isMark(each)).length,
    replay({ add, enter, leave, leaveThrowing }) {
      const open: Entered[] = [];
      let isBeginning = false;
      for (const each of log) {
        if (each === begins) isBeginning = true;
        else if (each === ends) leave(open.pop()!);
        else if (each instanceof Thrown) leaveThrowing(open.pop()!, each.error);
        else if (!isBeginning) add(each);
        else {
          open.push(enter(each));
          isBeginning = false;
        }
      }
    },
  };
}

/** Before the happening that takes time; its end is `ends` or what it threw. */
const begins = 'begins';
const ends = 'ends';

class Thrown {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

const isMark = (each: unknown): boolean => each === begins || each === ends || each instanceof Thrown;

/** The same, without a payload that may be another one later. */
function lasting(happening: Happening): Happening {
  const { payload, settled } = happening;
  const lasts = payload === undefined || settled === true || (isObject(payload) && isFrozen(payload));
  return lasts ? happening : { ...happening, payload: undefined };
}
