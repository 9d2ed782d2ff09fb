import { expect, it } from 'vitest';
import { describeValue } from '../sandbox/describe-value.ts';
import { printTree } from '../sandbox/print-value.ts';
import type { Entry, Recording } from '../sandbox/recording.ts';
import { compare, type Comparison } from './compare.ts';

type Rest = Partial<Entry>;
const entry = (
  kind: Entry['kind'],
  place: Entry['lane']['place'],
  label: string,
  rest: Rest = {},
): Entry => ({
  kind,
  lane: { place },
  label,
  ...rest,
});
const saved = (id: string, rest?: Rest) => entry('saved', 'repository', id, rest);
const row = (id: string, rest?: Rest) => entry('row', 'table', `users[${id}]`, rest);
const published = (type: string, rest?: Rest) => entry('published', 'publisher', type, rest);
const registered = (type: string, rest?: Rest) => entry('registered', 'aggregate', type, rest);
const returned = (ends: number) => entry('returned', 'repository', '', { ends });
const heard = (name: string, rest?: Rest) =>
  entry('listener', 'listener', 'PasswordChanged', { ...rest, lane: { place: 'listener', name } });
const threw = (error: string, ends: number) => entry('threw', 'listener', error, { ends, cause: ends });
const holding = (value: unknown): Rest => ({ payload: describeValue(value) });

const recording = (entries: readonly Entry[], rest: Partial<Recording> = {}): Recording => ({
  version: 1,
  more: 0,
  entries,
  ...rest,
});

/** One line for each row: `=` on both sides, `≠` with a difference, `−` in ours alone, `+` in yours alone. */
function printed({ rows }: Comparison, ours: Recording, yours: Recording): string[] {
  return rows.map(({ depth, differs, ...at }) => {
    const [one, other] = [ours.entries[at.ours ?? -1], yours.entries[at.yours ?? -1]];
    const sign = !other ? '−' : !one ? '+' : differs ? '≠' : '=';
    const { kind, label } = (one ?? other)!;
    return `${'  '.repeat(depth)}${sign} ${kind} ${label as string}`;
  });
}

function compared(
  ours: readonly Entry[],
  yours: readonly Entry[],
  asserted: { readonly ours?: readonly number[]; readonly yours?: readonly number[] } = {},
) {
  const one = recording(ours, { assertedAt: asserted.ours ?? [] });
  const other = recording(
    yours,
    asserted.yours ? { assertedAt: asserted.yours, failedAt: yours.length } : {},
  );
  const comparison = compare(one, other);
  return { rows: printed(comparison, one, other), outcome: comparison.outcome };
}

const publishOnSave = [
  registered('PasswordChanged'),
  saved('mina'),
  row('mina', { cause: 1 }),
  published('PasswordChanged', { cause: 1 }),
  heard('sms', { cause: 3 }),
];

it('finds nothing to tell between two runs of the same code', () => {
  expect(compared(publishOnSave, publishOnSave)).toEqual({
    rows: [
      '= registered PasswordChanged',
      '= saved mina',
      '  = row users[mina]',
      '  = published PasswordChanged',
      '    = listener PasswordChanged',
    ],
    outcome: { kind: 'same' },
  });
});

it('tells what yours does not do, and that it never does such a thing', () => {
  expect(compared(publishOnSave, publishOnSave.slice(0, 3))).toEqual({
    rows: [
      '= registered PasswordChanged',
      '= saved mina',
      '  = row users[mina]',
      '  − published PasswordChanged',
      '    − listener PasswordChanged',
    ],
    outcome: {
      kind: 'parted',
      row: 3,
      parting: { kind: 'missing', ours: publishOnSave[3], never: true },
    },
  });
});

it('tells what yours does besides, though such things happen elsewhere', () => {
  const twice = [...publishOnSave, published('PasswordChanged')];
  expect(compared(publishOnSave, twice).outcome).toEqual({
    kind: 'parted',
    row: 5,
    parting: { kind: 'extra', yours: twice[5], never: false },
  });
});

it('takes what happened under another cause for something else', () => {
  const { rows, outcome } = compared(
    [saved('mina'), published('PasswordChanged', { cause: 0 }), saved('jun')],
    [saved('mina'), saved('jun'), published('PasswordChanged', { cause: 1 })],
  );
  expect(rows).toEqual([
    '= saved mina',
    '  − published PasswordChanged',
    '= saved jun',
    '  + published PasswordChanged',
  ]);
  expect(outcome).toMatchObject({ row: 1, parting: { kind: 'order' } });
});

it.each([
  ['ours first', [row('mina'), published('PasswordChanged')], [published('PasswordChanged'), row('mina')]],
  [
    'under another cause',
    [saved('mina'), row('mina', { cause: 0 }), published('PasswordChanged', { cause: 0 })],
    [published('PasswordChanged'), saved('mina'), row('mina', { cause: 1 })],
  ],
])('tells that yours does two things in the other order: %s', (_, ours, yours) => {
  expect(compared(ours, yours).outcome).toEqual({
    kind: 'parted',
    row: 0,
    parting: { kind: 'order', first: yours[0], then: ours[0] },
  });
});

it('tells the error that yours throws in the place of what ours does', () => {
  const ours = [published('PasswordChanged'), heard('sms', { cause: 0 }), row('jun', { cause: 1 })];
  const yours = [published('PasswordChanged'), heard('sms', { cause: 0 }), threw('Error: SMTP down', 1)];
  expect(compared(ours, yours).outcome).toEqual({
    kind: 'parted',
    row: 2,
    parting: { kind: 'instead', ours: ours[2], yours: yours[2] },
  });
});

it('minds the kind of an error, and not its words', () => {
  const ours = [heard('sms'), threw('Error: The password is wrong.', 0)];
  expect(compared(ours, [heard('sms'), threw('Error: wrong!', 0)]).outcome).toEqual({ kind: 'same' });
  expect(compared(ours, [heard('sms'), threw('TypeError: x is undefined', 0)]).outcome).toMatchObject({
    row: 1,
    parting: { kind: 'instead', yours: { label: 'TypeError: x is undefined' } },
  });
});

it('names the first field in which payloads differ', () => {
  const event = (oldPrice: number) =>
    holding({ type: 'MenuPriced', data: { menuId: 'noodles', oldPrice, newPrice: oldPrice } });
  const { rows, outcome } = compared(
    [published('MenuPriced', event(8_000))],
    [published('MenuPriced', event(1))],
  );
  expect(rows).toEqual(['≠ published MenuPriced']);
  const parting = outcome.kind === 'parted' ? outcome.parting : undefined;
  const difference = parting?.kind === 'payload' ? parting.difference : undefined;
  expect(difference).toMatchObject({ path: 'data.oldPrice' });
  expect([difference?.ours, difference?.yours].map((tree) => tree && printTree(tree))).toEqual(['8000', '1']);
});

it.each<[string, Rest, Rest]>([
  ['identities that every run draws anew', holding({ eventId: 'a' }), holding({ eventId: 'b' })],
  ['a payload for which there was no room', holding({ a: 1 }), { payload: { kind: 'leaf', text: '…' } }],
  ['a payload that one side does not tell', holding({ a: 1 }), {}],
])('finds no difference in %s', (_, ours, yours) => {
  expect(compared([saved('mina', ours)], [saved('mina', yours)]).outcome).toEqual({ kind: 'same' });
});

it('keeps as a pair what differs in its payload alone, the likeliest one', () => {
  const of = (id: string) => registered('PasswordChanged', holding({ userId: id }));
  expect(compared([of('mina'), of('jun')], [of('fistkim101'), of('mina'), of('jun')]).rows).toEqual([
    '+ registered PasswordChanged',
    '= registered PasswordChanged',
    '= registered PasswordChanged',
  ]);
});

it('makes a pair of those of which the same came', () => {
  const heardTwice = [published('PasswordChanged'), heard('sms', { cause: 0 }), threw('Error: SMTP down', 1)];
  const again = [published('PasswordChanged'), heard('sms', { cause: 3 })];
  const yours = [registered('PasswordChanged'), published('PasswordChanged'), heard('sms', { cause: 1 })];
  expect(compared([...heardTwice, ...again], [...yours, threw('Error: SMTP down', 2)]).rows).toEqual([
    '+ registered PasswordChanged',
    '= published PasswordChanged',
    '  = listener PasswordChanged',
    '    = threw Error: SMTP down',
    '− published PasswordChanged',
    '  − listener PasswordChanged',
  ]);
});

it('knows an aggregate by its id, whatever the learner calls its class', () => {
  const by = (name: string) => registered('PasswordChanged', { lane: { place: 'aggregate', name } });
  expect(compared([by('User mina')], [by('Member mina')]).outcome).toEqual({ kind: 'same' });
  expect(compared([by('User mina')], [by('User jun')]).outcome).toMatchObject({
    parting: { kind: 'instead', yours: { lane: { name: 'User jun' } } },
  });
});

it('takes listeners without a name for the same, whatever their number, and others by their name', () => {
  expect(compared([heard('PasswordChanged#1')], [heard('PasswordChanged#2')]).outcome).toEqual({
    kind: 'same',
  });
  expect(compared([heard('sms')], [heard('push')]).outcome).toMatchObject({
    parting: { kind: 'instead', yours: { lane: { name: 'push' } } },
  });
});

it('does not take for left out what comes after the assertion that failed', () => {
  const yours = publishOnSave.slice(0, 1);
  expect(compared(publishOnSave, yours, { ours: [1, 5], yours: [1] }).outcome).toEqual({
    kind: 'stopped',
    row: 1,
  });
});

it('says where yours failed, behind what should have come before', () => {
  const failedAt = (yours: readonly Entry[], asserted: readonly number[]) =>
    compare(
      recording(publishOnSave, { assertedAt: [1, 5] }),
      recording(yours, { failedAt: yours.length, assertedAt: asserted }),
    ).failedAt;
  expect(failedAt(publishOnSave.slice(0, 1), [1])).toBe(1);
  expect(failedAt(publishOnSave.slice(0, 3), [1, 3])).toBe(5);
  expect(compare(recording(publishOnSave), recording(publishOnSave)).failedAt).toBeUndefined();
});

it('does not say of a test that failed that nothing differs', () => {
  expect(compared(publishOnSave, publishOnSave, { ours: [5], yours: [5] }).outcome).toEqual({
    kind: 'stopped',
    row: 5,
  });
});

it('minds when a tray is cleared, and not by which method', () => {
  const cleared = (method: string) => entry('cleared', 'aggregate', method);
  const ours = [published('PasswordChanged'), cleared('clearDomainEvents')];
  const yours = [cleared('pullDomainEvents'), published('PasswordChanged')];
  expect(compared(ours, yours).outcome).toMatchObject({
    parting: { kind: 'order', first: { kind: 'cleared' }, then: { kind: 'published' } },
  });
  expect(compared(ours, ours.with(1, yours[0]!)).outcome).toEqual({ kind: 'same' });
});

it('takes for left out what comes before the assertion that failed', () => {
  const yours = publishOnSave.slice(0, 3);
  expect(compared(publishOnSave, yours, { ours: [1, 5], yours: [1, 3] }).outcome).toMatchObject({
    row: 3,
    parting: { kind: 'missing', ours: publishOnSave[3], never: true },
  });
});

it('makes no pair of what happened between other assertions', () => {
  const refused = [registered('PasswordChanged')];
  const changed = [registered('PasswordChanged')];
  // Ours refuses the first attempt, and registers when a proper one is made after two assertions.
  expect(compared(changed, refused, { ours: [0, 0, 1], yours: [1, 1] })).toEqual({
    rows: ['+ registered PasswordChanged', '− registered PasswordChanged'],
    outcome: { kind: 'parted', row: 0, parting: { kind: 'extra', yours: refused[0], never: true } },
  });
});

it('compares as far as both go where one of them was cut', () => {
  const cut = recording(publishOnSave.slice(0, 3), { more: 40 });
  const whole = recording(publishOnSave);
  expect(compare(whole, cut).outcome).toEqual({ kind: 'cut' });
  expect(compare(cut, whole).outcome).toEqual({ kind: 'cut' });
});

it('tells all of ours where nothing was recorded of yours', () => {
  const { rows, outcome } = compare(recording(publishOnSave), undefined);
  expect(rows).toHaveLength(5);
  expect(outcome).toMatchObject({ row: 0, parting: { kind: 'missing', never: true } });
});

it('lets time pass from row to row on both sides, wherever causes lie', () => {
  const at = (cause?: number): Rest => (cause === undefined ? {} : { cause });
  // A task is run after what scheduled it is over, and while something else is under way.
  const entries = [
    entry('command', 'caller', 'order'),
    entry('scheduled', 'scheduler', 'cook', at(0)),
    returned(0),
    entry('command', 'caller', 'run'),
    entry('task', 'scheduler', 'cook', at(1)),
    row('mina', at(4)),
    row('jun', at(3)),
    returned(3),
  ];
  const { rows } = compare(recording(entries), recording(entries.with(6, row('minho', at(3)))));
  for (const side of ['ours', 'yours'] as const) {
    const places = rows.flatMap((each) => each[side] ?? []);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
  expect(rows.map(({ depth }) => depth)).toEqual([0, 1, 0, 1, 2, 1, 1]);
});
