import { cutText, isRecord, list } from './read-value.ts';
import { numberOf, readWords, sizeOf, type Words } from './recording.ts';
import { readTree, type ValueBounds, type ValueTree } from './value-tree.ts';

/**
 * The events of a stream, and the state before the first and after each of them, as the learner's code folds them. For
 * each place also what would have become of it if one of the offered events stood there instead, up to the end:
 *
 *     { "version": 1, "stream": "order-7", "counts": "revisions",
 *       "events": [{ "type": "OrderPlaced", "data": { "kind": "fields", "entries": [], "more": 0 } }],
 *       "offers": [{ "type": "LineRemoved", "data": { "kind": "fields", "entries": [], "more": 0 } }],
 *       "states": [{ "kind": "leaf", "text": "undefined" }, { "kind": "fields", "type": "Order", "entries": [], "more": 0 }],
 *       "steps": [{ "kind": "state", "state": 0 }, { "kind": "state", "state": 1 }],
 *       "futures": [
 *         { "at": 0, "offer": 0, "steps": [{ "kind": "threw", "error": "TypeError: order is undefined" }] },
 *         { "at": 1, "offer": 0, "steps": [{ "kind": "state", "state": 1 }] }
 *       ] }
 *
 * A tape is shown and never judged. It lives as long as a verdict in the session, and another version is not read.
 */
export type Tape = {
  readonly version: typeof tapeVersion;
  readonly stream: Words;
  /** How an event is numbered: in a stream from 0, in a store of several streams from 1. */
  readonly counts: 'revisions' | 'positions';
  readonly events: readonly TapeEvent[];
  /** Events that can take the place of another. */
  readonly offers: readonly TapeEvent[];
  /** Every state that occurs, once; a step names it by its place. */
  readonly states: readonly ValueTree[];
  /** The first is before the first event. Behind an event that cannot be folded there is none. */
  readonly steps: readonly Step[];
  readonly futures: readonly Future[];
  /** Whether there is more, for which was no room or no time. */
  readonly cut?: true;
};

export type TapeEvent = { readonly type: string; readonly data: ValueTree };

export type Step =
  | {
      readonly kind: 'state';
      /** The state, or what is compared of it. */
      readonly state: number;
      /** The state itself where only a part of it is compared. */
      readonly own?: number;
      /** Whether the code has changed the state that it was given. Not told of a future. */
      readonly changesGiven?: true;
    }
  | { readonly kind: 'threw'; readonly error: string };

/** What becomes of the stream if the offer stands at this place; the first step is the one after it. */
export type Future = { readonly at: number; readonly offer: number; readonly steps: readonly Step[] };

export const tapeVersion = 1;

/** What of a tape is kept. `characters` and `nodes` are those of all states together. */
export const tapeLimits = {
  events: 40,
  offers: 6,
  states: 300,
  characters: 40_000,
  nodes: 8_000,
  textCharacters: 200,
} as const;

export const tapeBounds: ValueBounds = { depth: 6, items: 30, nodes: 150, characters: 2_000 };

const mostFutures = (tapeLimits.events + 1) * tapeLimits.offers;

/** Reads a tape that came out of the sandbox. None at all if it is of another version or has no event. */
export function readTape(received: unknown): Tape | undefined {
  if (!isRecord(received) || received['version'] !== tapeVersion) return undefined;
  const left = { characters: 2 * tapeLimits.characters, nodes: 2 * tapeLimits.nodes };
  const tree = (value: unknown): ValueTree => {
    if (left.characters <= 0 || left.nodes <= 0) return { kind: 'leaf', text: '…' };
    const read = readTree(value, tapeBounds);
    const { characters, nodes } = sizeOf(read);
    left.characters -= characters;
    left.nodes -= nodes;
    return read;
  };
  const readEvent = (event: unknown): TapeEvent => ({
    type: (isRecord(event) ? cutText(event['type'], tapeLimits.textCharacters) : '') || '?',
    data: tree(isRecord(event) ? event['data'] : undefined),
  });
  const events = list(received['events'], tapeLimits.events).map(readEvent);
  const offers = list(received['offers'], tapeLimits.offers).map(readEvent);
  const states = list(received['states'], tapeLimits.states).map(tree);
  const steps = readSteps(received['steps'], events.length + 1, states.length);
  if (events.length === 0 || steps.length === 0) return undefined;
  return {
    version: tapeVersion,
    stream: readWords(received['stream']) ?? '',
    counts: received['counts'] === 'positions' ? 'positions' : 'revisions',
    events,
    offers,
    states,
    steps,
    futures: list(received['futures'], mostFutures).flatMap((future): Future[] => {
      if (!isRecord(future)) return [];
      const at = numberOf(future['at'], events.length + 1);
      const offer = numberOf(future['offer'], offers.length);
      if (at === undefined || offer === undefined) return [];
      return [
        { at, offer, steps: readSteps(future['steps'], futureLength(events.length, at), states.length) },
      ];
    }),
    ...(received['cut'] === true ? { cut: true } : {}),
  };
}

/** How many steps there are from a place to the end, when something else stands there. */
export const futureLength = (events: number, at: number): number => Math.max(1, events - at);

/** Up to the first that cannot be read: those behind it would be taken for earlier ones. */
function readSteps(received: unknown, most: number, states: number): Step[] {
  const steps: Step[] = [];
  for (const step of list(received, most)) {
    const read = readStep(step, states);
    if (!read) break;
    steps.push(read);
  }
  return steps;
}

function readStep(step: unknown, states: number): Step | undefined {
  if (!isRecord(step)) return undefined;
  if (step['kind'] === 'threw') {
    return { kind: 'threw', error: cutText(step['error'], tapeLimits.textCharacters) };
  }
  const [state, own] = [numberOf(step['state'], states), numberOf(step['own'], states)];
  if (state === undefined) return undefined;
  return {
    kind: 'state',
    state,
    ...(own === undefined ? {} : { own }),
    ...(step['changesGiven'] === true ? { changesGiven: true } : {}),
  };
}
