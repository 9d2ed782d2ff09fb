import { expect, it } from 'vitest';
import { attachTape, drawBoard, showCase } from 'past-tense/drawing';
import { during, note, scene } from 'past-tense/testing';
import { bookingsOf, correctBill, totalOf } from './bill.ts';
import type { BillEvent, CorrectBill } from './messages.ts';
import type { Tape } from './tape.ts';

/** Moments as a clock in Seoul shows them. */
const FEBRUARY_27 = Date.UTC(2026, 1, 27, 11, 0); // 20:00
const LAST_MINUTE_OF_FEBRUARY = Date.UTC(2026, 1, 28, 14, 59); // 23:59
const FIRST_MINUTE_OF_MARCH = Date.UTC(2026, 1, 28, 15, 0); // 00:00
const MARCH_2 = Date.UTC(2026, 2, 2, 0, 30); // 09:30
const APRIL_1 = Date.UTC(2026, 3, 1, 0, 0); // 09:00

const offered = (type: string, data: object, occurredAt: number) =>
  ({ type, data, eventId: `offer-${type}`, occurredAt }) as BillEvent;
const comesTo = (history: readonly BillEvent[]) => {
  const booked = Object.entries(bookingsOf(history)).filter(([, won]) => won !== 0);
  return { total: totalOf(history), booked: Object.fromEntries(booked) };
};

// Corrected twice in March and once in April; the second command comes twice.
attachTape({
  stream: 'bill-7',
  events: () => {
    const { tape, correct } = settledBill();
    correct(correction({ shouldBe: 14_000, commandId: 'one' }));
    correct(correction({ shouldBe: 23_000, commandId: 'two', at: MARCH_2 + 60_000 }));
    correct(correction({ shouldBe: 23_000, commandId: 'two', at: MARCH_2 + 60_000 }));
    correct(correction({ shouldBe: 20_000, commandId: 'three', at: APRIL_1 }));
    return tape.read('bill-7');
  },
  offers: [
    offered('BillCorrected', { difference: -5_000, reason: 'cold soup', by: 'Yuna' }, MARCH_2),
    offered('DishServed', { dish: 'tea', won: 4_000 }, FEBRUARY_27),
    offered('BillSettled', { won: 30_000 }, FEBRUARY_27),
    offered('ReceiptPrinted', { copies: 2 }, APRIL_1),
  ],
  initialState: () => comesTo([]),
  evolve: (_bill, event, before) => comesTo([...before, event]),
});

it('corrects a settled bill by a further event, with difference, reason and author', () => {
  for (const [shouldBe, difference] of [
    [23_000, -18_000],
    [47_000, 6_000],
    [0, -41_000],
  ] as const) {
    const { tape, correct, added } = settledBill();
    const command = correction({ shouldBe });
    showCase({
      given: [...tape.read('bill-7')],
      when: command,
      then: [corrected(difference)],
      yours: () => added(),
    });

    expect(
      correct(command),
      `41,000 won were settled, and it should be ${shouldBe}. That can be corrected`,
    ).toBe('done');
    expect(
      added().map(({ type }) => type),
      'Behind what was settled stands one more event, BillCorrected',
    ).toEqual(['BillCorrected']);
    expect(
      added().map(({ data }) => data),
      `41,000 won were settled, and it should be ${shouldBe}. The event carries the difference, why, and who says so, and nothing else`,
    ).toEqual([{ difference, reason: 'two beers too many', by: 'Yuna' }]);
    expect(added()[0]!.occurredAt, 'The correction happened when it was made').toBe(MARCH_2);
  }
});

it('leaves everything as it was recorded', () => {
  const { tape, correct, calls } = settledBill();
  const before = JSON.stringify(tape.read('bill-7'));
  correct(correction({ shouldBe: 23_000 }));
  correct(correction({ shouldBe: 32_000, commandId: 'second' }));

  expect(
    calls.filter((call) => call === 'replace'),
    'Nothing is replaced. What was settled was settled, and the guest has a receipt that says so',
  ).toEqual([]);
  expect(
    calls.filter((call) => call === 'remove'),
    'Nothing is removed. Whoever asks in two years has to find what was wrong, too',
  ).toEqual([]);
  expect(
    JSON.stringify(tape.read('bill-7').slice(0, 3)),
    'The events from before the corrections read as they did',
  ).toBe(before);
});

it('comes to the right total', () => {
  const { tape, correct } = settledBill();
  expect(totalOf([]), 'Nothing has happened').toBe(0);
  expect(totalOf(tape.read('bill-7').slice(0, 2)), 'Two dishes were served, and nothing is settled yet').toBe(
    0,
  );
  expect(totalOf(tape.read('bill-7')), '41,000 won were settled').toBe(41_000);

  correct(correction({ shouldBe: 23_000 }));

  expect(totalOf(tape.read('bill-7')), 'Settled 41,000, corrected by -18,000').toBe(23_000);
});

it('corrects a correction, as often as need be', () => {
  const { tape, correct, added } = settledBill();

  for (const [index, shouldBe] of TOTALS.entries()) {
    correct(correction({ shouldBe, commandId: `correction-${index}`, reason: `reason ${index}` }));
    const total = totalOf(tape.read('bill-7'));
    enter(index, added(), total);
    expect(total, `Correction ${index + 1} of five: after it the bill comes to what it should`).toBe(
      shouldBe,
    );
  }
  expect(
    added().map(({ data }) => ('difference' in data ? data.difference : 'none')),
    'Each difference is against what the bill came to just before, earlier corrections included',
  ).toEqual([-27_000, 9_000, 500, -23_500, 41_000]);
  expect(
    new Set(added().map(({ eventId }) => eventId)).size,
    'Five corrections are five facts, each with an id of its own, which comes from the id of its command',
  ).toBe(5);
  expect(
    added().map(({ data }) => ('reason' in data ? data.reason : 'none')),
    'Every correction keeps its own reason',
  ).toEqual(['reason 0', 'reason 1', 'reason 2', 'reason 3', 'reason 4']);
});

it('takes the id of a correction from the id of its command', () => {
  const [one, again, other] = ['first', 'first', 'second'].map((commandId) => {
    const { correct, added } = settledBill();
    correct(correction({ commandId }));
    return added()[0]?.eventId;
  });

  expect(one, 'The same command on the same bill leads to the same event, with the same id').toBe(again);
  expect(one, 'Another command leads to another event, with an id of its own').not.toBe(other);
});

it('books a correction in the month in which it is made', () => {
  for (const [settledAt, correctedAt] of [
    [FEBRUARY_27, MARCH_2],
    [LAST_MINUTE_OF_FEBRUARY, FIRST_MINUTE_OF_MARCH],
  ] as const) {
    const { tape, correct } = settledBill(settledAt);
    correct(correction({ shouldBe: 23_000, at: correctedAt }));
    const booked = bookings(tape.read('bill-7'));

    expect(
      booked('2026-02'),
      'Settled in February, corrected in March. The report of February was sent before that, and must not change',
    ).toBe(41_000);
    expect(
      booked('2026-03'),
      'Settled in February, corrected in March. The correction belongs to the month in which it is made',
    ).toBe(-18_000);
  }
  for (const [month, settledAt, correctedAt] of [
    ['2026-02', FEBRUARY_27, LAST_MINUTE_OF_FEBRUARY],
    ['2026-03', FIRST_MINUTE_OF_MARCH, MARCH_2],
  ] as const) {
    const { tape, correct } = settledBill(settledAt);
    correct(correction({ shouldBe: 23_000, at: correctedAt }));

    expect(
      bookings(tape.read('bill-7'))(month),
      'Settled and corrected in one month, in Seoul: the month comes to the sum of both',
    ).toBe(23_000);
  }
});

it('books each month the sum of what happened in it', () => {
  const { tape, correct } = settledBill(FEBRUARY_27);
  const open = bookings(tape.read('bill-7').slice(0, 2));
  correct(correction({ shouldBe: 14_000, at: MARCH_2, commandId: 'one' }));
  correct(correction({ shouldBe: 23_000, at: MARCH_2 + 60_000, commandId: 'two' }));
  correct(correction({ shouldBe: 20_000, at: APRIL_1, commandId: 'three' }));
  const booked = bookings(tape.read('bill-7'));

  expect(open('2026-02'), 'An open bill is not booked: dishes are served, and nothing is paid').toBe(0);
  expect(
    ['2026-02', '2026-03', '2026-04'].map(booked),
    'February: settled 41,000. March: two corrections, -27,000 and 9,000. April: one more, -3,000',
  ).toEqual([41_000, -18_000, -3_000]);
});

it('lets nothing happen when the bill is right already', () => {
  const { correct, added } = settledBill();
  expect(correct(correction({ shouldBe: 41_000 })), 'It comes to 41,000 already. That is no error').toBe(
    'done',
  );
  expect(added(), 'It comes to 41,000 already. There is nothing to correct, so nothing happened').toEqual([]);

  correct(correction({ shouldBe: 23_000 }));
  correct(correction({ shouldBe: 23_000 }));
  expect(
    added().length,
    'The same command came twice, because an answer was lost. The bill is corrected once',
  ).toBe(1);
});

it('refuses a correction that nobody could explain', () => {
  for (const [what, wrong] of [
    ['No reason was given', { reason: '' }],
    ['The reason is a blank', { reason: '  ' }],
    ['Nobody says that it was them', { by: '' }],
    ['The author is a blank', { by: ' ' }],
    ['The bill would come to less than 0 won', { shouldBe: -1 }],
  ] as const) {
    const { correct, added } = settledBill();
    expect(correct(correction(wrong)), `${what}: correctBill throws an Error`).toMatch(/^refused/);
    expect(added(), `${what}: nothing is recorded`).toEqual([]);
    correct(correction({ shouldBe: 23_000 }));
    expect(added().length, 'A proper correction afterwards is recorded').toBe(1);
  }
});

it('refuses to correct a bill that is not settled', () => {
  const { tape, correct } = settledBill();
  tape.append('bill-8', served('beer', 9_000));

  for (const billId of ['bill-8', 'bill-9']) {
    expect(
      correct(correction({ billId, shouldBe: 5_000 })),
      `${billId} is not settled. A dish can still be taken off; a correction is for what was paid`,
    ).toMatch(/^refused/);
  }
  expect(tape.read('bill-8').length, 'bill-8 is as it was').toBe(1);
  expect(tape.read('bill-9').length, 'There is no bill-9, and there is none now').toBe(0);
});

const TOTALS = [14_000, 23_000, 23_500, 0, 41_000];
const inWon = (amount: unknown): string =>
  typeof amount === 'number' ? amount.toLocaleString('en-US').replace('-', '−') : '?';

const ledger = drawBoard({
  caption: { en: 'The ledger of bill-7', ko: 'bill-7의 장부' },
  corner: { en: 'What happened', ko: '일어난 일' },
  columns: {
    booked: { en: 'Booked', ko: '기록된 금액' },
    total: { en: 'Your total', ko: '내 합계' },
    reason: { en: 'Reason', ko: '사유' },
  },
  rows: Object.fromEntries(
    TOTALS.map((shouldBe, index) => [
      `${index}`,
      { en: `should be ${inWon(shouldBe)} won`, ko: `맞는 금액은 ${inWon(shouldBe)}원` },
    ]),
  ),
});

/** Enters what the learner's code has added to the bill since it was settled, and what the bill comes to. */
function enter(index: number, added: readonly BillEvent[], total: number): void {
  const data = added[index]?.data;
  const before = index === 0 ? 41_000 : TOTALS[index - 1]!;
  const booked = data && 'difference' in data ? data.difference : undefined;
  const reason = data && 'reason' in data ? data.reason : undefined;
  const none = { en: 'no correction', ko: '정정 없음' };
  const mark = (isRight: boolean) => (isRight ? 'right' : 'wrong');
  ledger.mark(`${index}`, 'booked', {
    text: booked === undefined ? none : inWon(booked),
    mark: mark(booked === TOTALS[index]! - before),
  });
  ledger.mark(`${index}`, 'total', { text: inWon(total), mark: mark(total === TOTALS[index]) });
  ledger.mark(`${index}`, 'reason', { text: reason ?? none, mark: mark(reason === `reason ${index}`) });
}

/** bill-7, with two dishes, settled for 41,000 won. `added` is what came behind that. */
function settledBill(settledAt = FEBRUARY_27) {
  const streams = new Map<string, readonly BillEvent[]>();
  const calls: string[] = [];
  const read = (billId: string): readonly BillEvent[] => structuredClone(streams.get(billId) ?? []);
  const tape: Tape = {
    read(billId) {
      const events = read(billId);
      const label = {
        en: events.length === 1 ? '1 event' : `${events.length} events`,
        ko: `이벤트 ${events.length}개`,
      };
      note({ kind: 'read', place: 'stream', name: billId, label });
      return events;
    },
    append(billId, event) {
      const before = read(billId);
      streams.set(billId, [...before, structuredClone(event)]);
      const revision = before.length;
      note({ kind: 'appended', place: 'stream', name: billId, label: event?.type, payload: event, revision });
    },
    replace: (billId, revision, event) => {
      calls.push('replace');
      note({ kind: 'saved', place: 'stream', name: billId, label: `replace(${revision})`, payload: event });
      streams.set(billId, read(billId).with(revision, structuredClone(event)));
    },
    remove: (billId, revision) => {
      calls.push('remove');
      note({ kind: 'deleted', place: 'stream', name: billId, label: `remove(${revision})` });
      streams.set(billId, read(billId).toSpliced(revision, 1));
    },
  };
  scene('bill-7, settled for 41,000 won', '41,000원으로 정산한 bill-7', () => {
    tape.append('bill-7', served('bulgogi', 23_000, settledAt - 3_600_000));
    tape.append('bill-7', served('beer', 18_000, settledAt - 1_800_000));
    tape.append('bill-7', {
      type: 'BillSettled',
      data: { won: 41_000 },
      eventId: 'settle-7',
      occurredAt: settledAt,
    });
  });
  return {
    tape,
    calls,
    added: () => read('bill-7').slice(3),
    correct: (command: CorrectBill): string => {
      try {
        const { type: label, data } = command;
        const name = data.by.trim() || '?';
        during({ kind: 'command', place: 'caller', name, label, payload: command }, () =>
          correctBill(tape, command),
        );
        return 'done';
      } catch (error) {
        return `refused: ${String(error)}`;
      }
    },
  };
}

function served(dish: string, won: number, occurredAt = MARCH_2): BillEvent {
  return { type: 'DishServed', data: { dish, won }, eventId: `serve-${dish}`, occurredAt };
}

function correction(said: Partial<CorrectBill['data']>): CorrectBill {
  return {
    type: 'CorrectBill',
    data: {
      billId: 'bill-7',
      shouldBe: 23_000,
      reason: 'two beers too many',
      by: 'Yuna',
      at: MARCH_2,
      commandId: 'first',
      ...said,
    },
  };
}

function corrected(difference: number) {
  return { type: 'BillCorrected', data: { difference, reason: 'two beers too many', by: 'Yuna' } };
}

/** What is booked in a month; a month that is not mentioned has 0. */
function bookings(history: readonly BillEvent[]): (month: string) => number {
  const booked = bookingsOf(history);
  return (month) => booked[month] ?? 0;
}
