import { describeError } from './describe-error.ts';
import { describeValue } from './describe-value.ts';
import { cutText, isRecord, list } from './read-value.ts';
import { readWords, sizeOf } from './recording.ts';
import {
  tapeBounds,
  tapeLimits,
  tapeVersion,
  type Future,
  type Step,
  type Tape,
  type TapeEvent,
} from './tape.ts';
import type { ValueTree } from './value-tree.ts';

/** What a hidden test gives to `attachTape`; typed for tests in past-tense-drawing.d.ts. All of it may throw. */
type Source = {
  readonly stream?: unknown;
  readonly counts?: unknown;
  readonly events: () => unknown;
  readonly offers?: unknown;
  readonly initialState: () => unknown;
  readonly evolve: (state: unknown, event: unknown, before: readonly unknown[]) => unknown;
  readonly compares?: (state: unknown) => unknown;
};

/** The clock of `until`. Taken here: a run whose clock stands still puts another function in its place. */
export const tapeClock = performance.now.bind(performance);

/**
 * Folds the events of a source with the learner's code and describes each state right after its event, then the futures,
 * each from an initial state of its own; what is not made at `until` is left out. Nothing at all if the source gives no
 * events.
 */
export function makeTape(source: unknown, until = Infinity): Tape | undefined {
  try {
    return isRecord(source) ? tapeOf(source as Source, until) : undefined;
  } catch {
    return undefined;
  }
}

function tapeOf(source: Source, until: number): Tape | undefined {
  const told = source.events();
  const events = list(told, tapeLimits.events);
  const offers = list(source.offers, tapeLimits.offers);
  if (events.length === 0) return undefined;
  const room = roomForStates(until);
  const steps = fold(source, events, 0, room);
  const futures = allFutures(source, events, offers, foldedEvents(steps), room);
  const isCut = room.isFull() || (Array.isArray(told) && told.length > events.length);
  return {
    version: tapeVersion,
    stream: readWords(source.stream) ?? '',
    counts: source.counts === 'positions' ? 'positions' : 'revisions',
    events: events.map(describeEvent),
    offers: offers.map(describeEvent),
    states: room.states,
    steps,
    futures,
    ...(isCut ? { cut: true } : {}),
  };
}

const describeEvent = (event: unknown): TapeEvent => ({
  type: (isRecord(event) ? cutText(event['type'], tapeLimits.textCharacters) : '') || '?',
  data: describeValue(isRecord(event) ? event['data'] : event, tapeBounds),
});

/** How many events could be folded. */
const foldedEvents = (steps: readonly Step[]): number =>
  steps.at(-1)?.kind === 'threw' ? steps.length - 2 : steps.length - 1;

/** The states, each kept once, and whether there is room and time for more. */
function roomForStates(until: number) {
  const states: ValueTree[] = [];
  const places = new Map<string, number>();
  const left = { characters: tapeLimits.characters, nodes: tapeLimits.nodes };
  let full = false;
  return {
    states,
    isFull: () => {
      full ||=
        states.length >= tapeLimits.states || left.characters <= 0 || left.nodes <= 0 || tapeClock() > until;
      return full;
    },
    keep(tree: ValueTree): number {
      const text = JSON.stringify(tree);
      const known = places.get(text);
      if (known !== undefined) return known;
      const { characters, nodes } = sizeOf(tree);
      left.characters -= characters;
      left.nodes -= nodes;
      places.set(text, states.length);
      return states.push(tree) - 1;
    },
  };
}

type Room = ReturnType<typeof roomForStates>;

/** Behind an event that cannot be folded there is no future: `reached` events can be. */
function allFutures(
  source: Source,
  events: readonly unknown[],
  offers: readonly unknown[],
  reached: number,
  room: Room,
): Future[] {
  const futures: Future[] = [];
  for (let at = 0; at <= reached; at += 1) {
    for (const [offer, event] of offers.entries()) {
      const steps = fold(source, [...events.slice(0, at), event, ...events.slice(at + 1)], at + 1, room);
      if (room.isFull()) return futures;
      futures.push({ at, offer, steps });
    }
  }
  return futures;
}

/**
 * The steps from this one on, of a fold with a state and events of its own, so that no other sees what it changes. The
 * last is the one that failed.
 */
function fold(source: Source, events: readonly unknown[], from: number, room: Room): Step[] {
  const { initialState, evolve } = source;
  const steps: Step[] = [];
  const isWhole = from === 0;
  const copies = structuredClone(events);
  let state: unknown;
  let given = '';
  for (let taken = 0; taken <= events.length && !room.isFull(); taken += 1) {
    const before = state;
    try {
      state = taken === 0 ? initialState() : evolve(before, copies[taken - 1], copies.slice(0, taken - 1));
      if (taken < from) continue;
      const step = describeStep(source, state, isWhole, room);
      const changesGiven = isWhole && taken > 0 && textOf(before) !== given;
      steps.push(changesGiven ? { ...step, changesGiven } : step);
      if (isWhole) given = textOf(state);
    } catch (thrown) {
      const { name, message } = describeError(thrown);
      return [...steps, { kind: 'threw', error: cutText(`${name}: ${message}`, tapeLimits.textCharacters) }];
    }
  }
  return steps;
}

/** `withOwn`: also the state itself, if only a part of it is compared. */
function describeStep({ compares }: Source, state: unknown, withOwn: boolean, room: Room): Kept {
  const keep = (value: unknown) => room.keep(describeValue(value, tapeBounds));
  if (!compares) return { kind: 'state', state: keep(state) };
  return { kind: 'state', state: keep(compares(state)), ...(withOwn ? { own: keep(state) } : {}) };
}

type Kept = Extract<Step, { kind: 'state' }>;

const textOf = (value: unknown): string => JSON.stringify(describeValue(value, tapeBounds));
