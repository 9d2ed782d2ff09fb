import type { Step, Tape, TapeEvent } from '../sandbox/tape.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';

/** A place on a tape: the event that came, and what the code made of it. The first of a tape is before any event. */
export type Moment = { readonly event?: TapeEvent; readonly outcome: Outcome };

export type Outcome =
  | {
      readonly kind: 'state';
      readonly state: ValueTree;
      readonly own?: ValueTree;
      readonly changesGiven: boolean;
    }
  | { readonly kind: 'threw'; readonly error: string }
  /** The fold has ended before. */
  | { readonly kind: 'unread' };

/** All of a tape, from before the first event on. */
export function momentsOf(tape: Tape): Moment[] {
  return [undefined, ...tape.events].map((event, index) => ({
    ...(event ? { event } : {}),
    outcome: outcomeOf(tape, tape.steps[index]),
  }));
}

/**
 * The tape from a place on as it would be if the offer came there: first the moment before, which is as it was. None if
 * the code got no further than that, or there was no room for this future.
 */
export function futureOf(tape: Tape, at: number, offer: number): Moment[] | undefined {
  const future = tape.futures.find((each) => each.at === at && each.offer === offer);
  const event = tape.offers[offer];
  if (!future || !event) return undefined;
  return [
    momentsOf(tape)[at]!,
    ...[event, ...tape.events.slice(at + 1)].map((each, index) => ({
      event: each,
      outcome: outcomeOf(tape, future.steps[index]),
    })),
  ];
}

function outcomeOf({ states }: Tape, step: Step | undefined): Outcome {
  if (!step) return { kind: 'unread' };
  if (step.kind === 'threw') return step;
  const own = step.own === undefined ? undefined : states[step.own];
  return {
    kind: 'state',
    state: states[step.state]!,
    ...(own ? { own } : {}),
    changesGiven: step.changesGiven === true,
  };
}
