import { describe, expect, it } from 'vitest';
import { describeValue } from '../sandbox/describe-value.ts';
import { makeTape } from '../sandbox/make-tape.ts';
import { printTree } from '../sandbox/print-value.ts';
import { changesSince, fieldRows, hasChanged } from './field-rows.ts';
import { futureOf, momentsOf, type Moment } from './moments.ts';
import { compareTapes, partingsOf } from './parting.ts';

type Event = { readonly type: string; readonly data: object };
type Order = { readonly table: number; readonly lines: readonly { id: string; portions: number }[] };

const placed = { type: 'Placed', data: { table: 4 } };
const added = (id: string) => ({ type: 'Added', data: { id } });
const removed = (id: string) => ({ type: 'Removed', data: { id } });

function evolve(order: Order, { type, data }: Event): Order {
  const { id = '', table = order.table } = data as { id?: string; table?: number };
  switch (type) {
    case 'Placed':
      return { ...order, table };
    case 'Added':
      return { ...order, lines: [...order.lines, { id, portions: 1 }] };
    case 'Removed':
      return { ...order, lines: order.lines.filter((line) => line.id !== id) };
    default:
      return order;
  }
}

const tapeOf = (step: (order: Order, event: Event) => unknown = evolve, last: Event = removed('a')) =>
  makeTape({
    stream: 'order-7',
    events: () => [placed, added('a'), added('b'), last],
    offers: [removed('b'), { type: 'Sung', data: {} }],
    initialState: () => ({ table: 0, lines: [] }),
    evolve: step,
  })!;

const told = (moments: readonly Moment[] | undefined) =>
  moments?.map(({ event, outcome }) => {
    const came = event ? `${event.type}: ` : '';
    return came + (outcome.kind === 'state' ? printTree(outcome.state) : outcome.kind);
  });

it('a tape has a moment before the first event, and one after each', () => {
  expect(told(momentsOf(tapeOf()))).toEqual([
    '{ table: 0, lines: [] }',
    'Placed: { table: 4, lines: [] }',
    'Added: { table: 4, lines: [{ id: "a", portions: 1 }] }',
    'Added: { table: 4, lines: [{ id: "a", portions: 1 }, { id: "b", portions: 1 }] }',
    'Removed: { table: 4, lines: [{ id: "b", portions: 1 }] }',
  ]);
});

it('a future begins with the moment before it, and goes on with the later events', () => {
  expect(told(futureOf(tapeOf(), 2, 0))).toEqual([
    'Added: { table: 4, lines: [{ id: "a", portions: 1 }] }',
    'Removed: { table: 4, lines: [{ id: "a", portions: 1 }] }',
    'Removed: { table: 4, lines: [] }',
  ]);
  expect(told(futureOf(tapeOf(), 4, 0))).toEqual([
    'Removed: { table: 4, lines: [{ id: "b", portions: 1 }] }',
    'Removed: { table: 4, lines: [] }',
  ]);
});

it('behind an event that cannot be folded nothing is read, and there is no future', () => {
  const tape = tapeOf((order, event) => {
    if (event.type === 'Added') throw new Error('no');
    return evolve(order, event);
  });
  expect(told(momentsOf(tape))).toEqual([
    '{ table: 0, lines: [] }',
    'Placed: { table: 4, lines: [] }',
    'Added: threw',
    'Added: unread',
    'Removed: unread',
  ]);
  expect(futureOf(tape, 3, 0)).toBeUndefined();
});

describe('two tapes', () => {
  const parting = (step: (order: Order, event: Event) => unknown, last?: Event) =>
    compareTapes(tapeOf(step, last), tapeOf()).parted[0];

  it('of the same code do not part', () => {
    expect(parting(evolve)).toBeUndefined();
  });

  it('part where a field is otherwise, by its name', () => {
    const step = (order: Order, event: Event) => {
      const next = evolve(order, event);
      return {
        ...next,
        lines: next.lines.map((line) => (line.id === 'b' ? { ...line, portions: 2 } : line)),
      };
    };
    expect(parting(step)).toEqual({ at: 3, parted: { kind: 'state', fields: ['lines[1].portions'] } });
  });

  it('part where one throws', () => {
    const step = (order: Order, event: Event) => {
      if (event.type === 'Removed') throw new Error('no');
      return evolve(order, event);
    };
    expect(parting(step)).toEqual({ at: 4, parted: { kind: 'threw', error: 'Error: no' } });
  });

  it('part where one changes what it was given, though its states are right', () => {
    const step = (order: Order, event: Event) => Object.assign(order, evolve(order, event));
    expect(parting(step)).toEqual({ at: 1, parted: { kind: 'changes-given' } });
  });

  it('part where another event stands, or one with other data, or none', () => {
    expect(parting(evolve, added('c'))?.parted).toEqual({ kind: 'event', yours: 'Added', ours: 'Removed' });
    expect(parting(evolve, removed('c'))?.parted).toEqual({ kind: 'data', type: 'Removed' });
    const moments = momentsOf(tapeOf());
    expect(partingsOf(moments.slice(0, -1), moments)[0]).toEqual({
      at: 4,
      parted: { kind: 'event', yours: '', ours: 'Removed' },
    });
  });
});

it('two tapes may part only in a future', () => {
  const step = (order: Order, event: Event) =>
    event.type === 'Sung' ? { ...order, table: 9 } : evolve(order, event);
  const compared = compareTapes(tapeOf(step), tapeOf());
  expect(compared.parted).toEqual([]);
  expect(compared.future).toMatchObject({ at: 0, offer: 1 });
  expect(compareTapes(tapeOf(), tapeOf()).future).toBeUndefined();
  expect(compareTapes(tapeOf(), undefined)).toMatchObject({ ours: undefined, parted: [], last: 4 });
});

describe('rows of fields', () => {
  const rows = (left: unknown, right: unknown) =>
    fieldRows(describeValue(left), describeValue(right)).map(
      ({ path, left: mine, right: theirs, differs }) =>
        `${differs ? '≠ ' : ''}${path}: ${[mine, theirs].map((tree) => (tree ? printTree(tree) : 'none')).join(' | ')}`,
    );

  it('are the fields, and those inside where the two differ', () => {
    const line = { id: 'a', portions: 1 };
    expect(rows({ table: 4, lines: [line] }, { table: 4, lines: [{ ...line, portions: 2 }, line] })).toEqual([
      'table: 4 | 4',
      '≠ lines[0]: none | { id: "a", portions: 2 }',
      'lines[1]: { id: "a", portions: 1 } | { id: "a", portions: 1 }',
    ]);
    expect(rows({ guest: { name: 'Mina' } }, { guest: { name: 'Jun' } })).toEqual([
      '≠ guest.name: "Mina" | "Jun"',
    ]);
  });

  it('are the parts of what is long', () => {
    const text = 'a text that takes some place by itself';
    expect(rows({ list: [text, text] }, { list: [text, text] })).toEqual([
      `list[0]: "${text}" | "${text}"`,
      `list[1]: "${text}" | "${text}"`,
    ]);
  });

  it('of a value without fields are one', () => {
    expect(rows(3, undefined)).toEqual(['≠ : 3 | undefined']);
    expect(rows([], [])).toEqual([': [] | []']);
  });
});

it('what changed is known by itself, and what is gone by its name', () => {
  const before = describeValue({ table: 4, lines: [{ id: 'a' }, { id: 'b' }] });
  const now = describeValue({ table: 4, lines: [{ id: 'b' }], paid: true });
  const changes = changesSince(before, now);
  const changed = fieldRows(now, now).map(({ path, right }) => `${path} ${hasChanged(right!, changes)}`);
  expect(changed).toEqual(['table false', 'lines true', 'paid true']);
  expect(changes.gone.map(({ path, value }) => `${path} ${printTree(value)}`)).toEqual([
    'lines[0] { id: "a" }',
  ]);
  expect(changesSince(undefined, now).parts.size).toBe(0);
});
