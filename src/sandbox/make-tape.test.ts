import { describe, expect, it } from 'vitest';
import { makeTape } from './make-tape.ts';
import { printTree } from './print-value.ts';
import { readTape, tapeLimits, type Step, type Tape } from './tape.ts';

type Event = { readonly type: string; readonly data: { readonly won?: number } };
const paid = (won: number): Event => ({ type: 'Paid', data: { won } });
const refunded: Event = { type: 'Refunded', data: {} };

type State = { won: number };
const source = {
  stream: 'bill-7',
  events: () => [paid(1), paid(2)],
  offers: [refunded],
  initialState: (): State => ({ won: 0 }),
  evolve: ({ won }: State, { type, data }: Event): State => ({
    won: type === 'Refunded' ? 0 : won + data.won!,
  }),
};

const told = (tape: Tape | undefined, steps = tape?.steps ?? []) =>
  steps.map((step: Step) =>
    step.kind === 'threw'
      ? step.error
      : `${printTree(tape!.states[step.state]!)}${step.changesGiven ? ', changes what it was given' : ''}`,
  );
const future = (tape: Tape | undefined, at: number) =>
  told(tape, tape?.futures.find((each) => each.at === at)?.steps);

it('tells the state before the first event and after each', () => {
  const tape = makeTape(source);
  expect(tape?.events.map(({ type, data }) => `${type} ${printTree(data)}`)).toEqual([
    'Paid { won: 1 }',
    'Paid { won: 2 }',
  ]);
  expect(told(tape)).toEqual(['{ won: 0 }', '{ won: 1 }', '{ won: 3 }']);
});

it('tells what becomes of it if an offered event takes the place of another, or comes last', () => {
  const tape = makeTape(source);
  expect([0, 1, 2].map((at) => future(tape, at))).toEqual([
    ['{ won: 0 }', '{ won: 2 }'],
    ['{ won: 0 }'],
    ['{ won: 0 }'],
  ]);
});

it('survives its way out of the sandbox', () => {
  const tape = makeTape({ ...source, counts: 'positions', compares: ({ won }: State) => won });
  expect(tape?.steps[1]).toEqual({ kind: 'state', state: 2, own: 3 });
  expect(readTape(structuredClone(tape))).toEqual(tape);
});

it('tells the events that came before', () => {
  const evolve = (counts: string, _event: Event, before: readonly Event[]) => `${counts}${before.length}`;
  const tape = makeTape({ ...source, initialState: () => '', evolve });
  expect(told(tape)).toEqual(['""', '"0"', '"01"']);
  expect(future(tape, 1)).toEqual(['"01"']);
});

describe('of code that', () => {
  it('changes the state it is given, keeps each state as it was, and says so', () => {
    const evolve = (state: State, { data }: Event) =>
      Object.assign(state, { won: state.won + (data.won ?? 10) });
    const tape = makeTape({ ...source, evolve });
    expect(told(tape)).toEqual([
      '{ won: 0 }',
      '{ won: 1 }, changes what it was given',
      '{ won: 3 }, changes what it was given',
    ]);
    expect(future(tape, 0)).toEqual(['{ won: 10 }', '{ won: 12 }']);
  });

  it('changes events, lets no other fold see it', () => {
    const evolve = ({ won }: State, { data }: { data: { won?: number } }) => ({
      won: won + (data.won = (data.won ?? 0) + 1),
    });
    const tape = makeTape({ ...source, evolve });
    expect(told(tape).at(-1)).toBe('{ won: 5 }');
    expect(future(tape, 2)).toEqual(['{ won: 6 }']);
    expect(tape?.events.map(({ data }) => printTree(data))).toEqual(['{ won: 1 }', '{ won: 2 }']);
  });

  it('throws, ends there, and has futures up to there', () => {
    const evolve = (state: State, event: Event) => {
      if (event.data.won === 2) throw new RangeError('too much');
      return source.evolve(state, event);
    };
    const tape = makeTape({ ...source, evolve });
    expect(told(tape)).toEqual(['{ won: 0 }', '{ won: 1 }', 'RangeError: too much']);
    expect(tape?.futures.map(({ at }) => at)).toEqual([0, 1]);
    expect(future(tape, 0)).toEqual(['{ won: 0 }', 'RangeError: too much']);
  });

  it('returns nothing is told as it goes on', () => {
    const tape = makeTape({ ...source, evolve: () => undefined });
    expect(told(tape)).toEqual(['{ won: 0 }', 'undefined', 'undefined']);
  });

  it.each([
    ['is missing', { evolve: undefined }, ['{ won: 0 }', 'TypeError: evolve is not a function']],
    [
      'has no first state',
      {
        initialState: () => {
          throw new Error('none');
        },
      },
      ['Error: none'],
    ],
    [
      'returns what cannot be looked at',
      {
        evolve: () =>
          new Proxy(
            {},
            {
              ownKeys() {
                throw new Error('no');
              },
            },
          ),
      },
      ['{ won: 0 }', '[unprintable]', '[unprintable]'],
    ],
  ])('%s is told without an error of its own', (_, changed, expected) => {
    expect(told(makeTape({ ...source, ...changed }))).toEqual(expected);
  });
});

it.each([
  ['no source', undefined],
  ['no events', { ...source, events: () => [] }],
  ['events that are no list', { ...source, events: () => 'Paid' }],
  [
    'events that throw',
    {
      ...source,
      events: () => {
        throw new Error('no');
      },
    },
  ],
])('is no tape: %s', (_, given) => {
  expect(makeTape(given)).toBeUndefined();
});

it('leaves out what is not made in time, and says so', () => {
  const tape = makeTape(source, -1);
  expect(tape).toMatchObject({ cut: true, steps: [], futures: [] });
});

it('says that it was cut, and keeps no half of a future', () => {
  const long = { ...source, events: () => Array.from({ length: 41 }, () => paid(1)) };
  expect(makeTape(long)).toMatchObject({ cut: true, events: { length: tapeLimits.events } });
  const large = {
    ...source,
    initialState: () => 'x'.repeat(1_000),
    evolve: (text: string, { type }: Event) => text + type,
  };
  const tape = makeTape({
    ...large,
    events: () => Array.from({ length: 30 }, () => paid(1)),
    offers: [refunded],
  });
  expect(tape?.cut).toBe(true);
  expect(tape?.futures.every(({ at, steps }) => steps.length === Math.max(1, 30 - at))).toBe(true);
});
