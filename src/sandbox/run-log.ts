import type { Happening, Recorder } from '../../exercises/library/recording.ts';
import { describeValue } from './describe-value.ts';
import { cutOff } from './draft-entries.ts';
import { isFrozen, isObject } from './name-happening.ts';
import { payloadBounds, recordingLimits, sizeOf } from './recording.ts';
import type { ValueTree } from './value-tree.ts';

/**
 * Listens to the library while tests run, one after the other, and keeps what it is told as it is told. The learner waits
 * for the tests, so nothing is made of it yet but descriptions of what may be another one later.
 */
export type RunLog = {
  readonly listener: Recorder;
  /** A test begins; what is told from now on is its own. */
  begin(): void;
  /** The test that runs makes an assertion. */
  asserted(): void;
  /** The test that runs has just failed. */
  failed(): void;
  /** The test that runs is over. */
  end(): TestLog | undefined;
};

export type TestLog = {
  readonly told: readonly Told[];
  /** How many more happenings there were, for which was no room. */
  readonly more: number;
};

/**
 * In the order in which it was told: a happening, or `begins`, a happening that takes time, and later its end, which is
 * `ends` or what it threw.
 */
export type Told = Happening | Described | Skipped | Thrown | Mark;

type Mark = typeof begins | typeof ends | typeof failed | typeof asserted;
export const begins = 'begins';
export const ends = 'ends';
export const failed = 'failed';
export const asserted = 'asserted';

/** A happening whose payload may change, and what that was then. */
export class Described {
  readonly happening: Happening;
  readonly payload: ValueTree;
  constructor(happening: Happening, payload: ValueTree) {
    this.happening = happening;
    this.payload = payload;
  }
}

/** What a scene told of which only the heading is kept. */
export class Skipped {
  readonly happenings: number;
  readonly assertions: number;
  constructor(happenings: number, assertions: number) {
    this.happenings = happenings;
    this.assertions = assertions;
  }
}

export class Thrown {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

/** A part of a test that stands for itself: `scene` of 'past-tense/testing'. */
export const isScene = ({ kind, place }: { readonly kind: string; readonly place: string }): boolean =>
  kind === 'call' && place === 'caller';

export function createRunLog(): RunLog {
  /** Of the test that runs; none between tests. */
  let told: Told[] | undefined;
  let more = 0;
  // At once described are only payloads that may still change; few pieces have such.
  let unsettled = 0;
  // A proxy of the learner's that is described may call the library; that is no part of the test.
  let isDescribing = false;
  /** The scene that ended last, if it came late: where what happened in it begins and ends. */
  let lastLate: { readonly from: number; readonly to: number } | undefined;
  let isInLate = false;

  // A test tells thousands of things, in code that the engine has hardly seen: the calls of functions count.
  const note = (happening: Happening): void => {
    if (told === undefined || isDescribing) return;
    if (told.length >= recordingLimits.told) {
      more += 1;
      return;
    }
    const { payload } = happening;
    const lasts = payload === undefined || happening.settled === true;
    told.push(lasts ? happening : settle(happening, payload));
  };

  const settle = (happening: Happening, payload: unknown): Happening | Described => {
    isDescribing = true;
    const isSettled = isObject(payload) && isFrozen(payload);
    const settled = isSettled ? happening : new Described(happening, describe(payload));
    isDescribing = false;
    return settled;
  };

  const describe = (payload: unknown): ValueTree => {
    // A test may play a thousand scenes, of which one is shown.
    if (unsettled <= 0 || isInLate) return cutOff;
    const tree = describeValue(payload, payloadBounds);
    unsettled -= sizeOf(tree).nodes;
    return tree;
  };

  const during = <T>(happening: Happening, work: () => T): T => {
    const own = told;
    if (own === undefined || isDescribing || own.length >= recordingLimits.told) {
      note(happening);
      return work();
    }
    const isLateScene = !isInLate && own.length > recordingLimits.toldWhole && isScene(happening);
    if (isLateScene) beginLate(own);
    own.push(begins);
    note(happening);
    const from = own.length;
    try {
      const result = work();
      if (isLateScene) lastLate = { from, to: own.length };
      own.push(ends);
      return result;
    } catch (error) {
      own.push(new Thrown(error));
      throw error;
    } finally {
      if (isLateScene) isInLate = false;
    }
  };

  /** Of the late scene before this one only its heading is kept from now on. */
  const beginLate = (own: Told[]): void => {
    isInLate = true;
    if (lastLate === undefined) return;
    const { from, to } = lastLate;
    own.splice(from, to - from, skippedIn(own, from, to));
    lastLate = undefined;
  };

  return {
    listener: { note, during },
    begin() {
      told = [];
      more = 0;
      unsettled = recordingLimits.nodes;
      lastLate = undefined;
      isInLate = false;
    },
    asserted() {
      if (told !== undefined && told.length < recordingLimits.told) told.push(asserted);
    },
    failed() {
      told?.push(failed);
    },
    end() {
      const log = told && { told, more };
      told = undefined;
      return log;
    },
  };
}

function skippedIn(told: readonly Told[], from: number, to: number): Skipped {
  let happenings = 0;
  let assertions = 0;
  for (let index = from; index < to; index += 1) {
    const each = told[index]!;
    if (each instanceof Skipped) {
      happenings += each.happenings;
      assertions += each.assertions;
    } else if (each === asserted) assertions += 1;
    else if (typeof each !== 'string' && !(each instanceof Thrown)) happenings += 1;
  }
  return new Skipped(happenings, assertions);
}
