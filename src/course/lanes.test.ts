import { describe, expect, it } from 'vitest';
import { AuthorError } from './author-error.ts';
import { arrangeLanes, type LanePart, type WrittenLanes, type WrittenStep } from './lanes.ts';

const file = 'content/cart/late/ko.mdx';
const step: WrittenStep = { lane: 'Service', kind: 'command', text: 'signUp' };
const row: WrittenStep = { lane: 'Database', kind: 'row', text: 'insert', from: 'Service' };
const lanes = ['Service', 'Database', 'SMS'];

const arrange = (steps: readonly WrittenStep[], transactions: WrittenLanes['transactions'] = []) =>
  arrangeLanes(file, { label: 'Sign-up', lanes, steps, transactions });

/** `1 [2 3 rolled back] 4` */
const outline = (parts: readonly LanePart[]): string =>
  parts
    .map((part) => (part.part === 'step' ? part.number : `[${outline(part.parts)} ${part.outcome}]`))
    .join(' ');

describe('the steps', () => {
  it('stand in the column of their lane and know the one they come from', () => {
    expect(arrange([step, row])).toMatchObject([
      { number: 1, column: 1 },
      { number: 2, column: 2, fromColumn: 1 },
    ]);
  });

  it('stand in the transactions around them', () => {
    const committed = { outcome: 'committed' } as const;
    const rolledBack = { outcome: 'rolled back' } as const;
    const six = Array.from({ length: 6 }, () => step);

    expect(outline(arrange(six))).toBe('1 2 3 4 5 6');
    expect(outline(arrange(six, [{ from: 2, to: 3, ...committed }]))).toBe('1 [2 3 committed] 4 5 6');
    expect(
      outline(
        arrange(six, [
          { from: 6, to: 6, ...committed },
          { from: 2, to: 2, ...committed },
          { from: 4, to: 4, ...committed },
          { from: 1, to: 4, ...rolledBack },
        ]),
      ),
    ).toBe('[1 [2 committed] 3 [4 committed] rolled back] 5 [6 committed]');
    expect(
      outline(
        arrange(six, [
          { from: 2, to: 3, ...committed },
          { from: 2, to: 5, ...rolledBack },
        ]),
      ),
    ).toBe('1 [[2 3 committed] 4 5 rolled back] 6');
  });

  it('are undone when they are rows and the nearest transaction was rolled back', () => {
    const [transaction, last] = arrange(
      [row, step, row, row],
      [
        { from: 1, to: 3, outcome: 'rolled back' },
        { from: 3, to: 3, outcome: 'committed' },
      ],
    );

    expect(transaction).toMatchObject({
      parts: [{ undone: true }, { undone: false }, { parts: [{ undone: false }] }],
    });
    expect(last).toMatchObject({ undone: false });
  });
});

describe('a figure that cannot be drawn is refused', () => {
  const refusal = (written: object): string => {
    try {
      arrangeLanes(file, { label: 'Sign-up', lanes, steps: [step, row], ...written });
    } catch (error) {
      expect(error).toBeInstanceOf(AuthorError);
      return (error as AuthorError).message;
    }
    return 'drawn';
  };

  it.each([
    [{ steps: [{ ...step, lane: 'Servise' }] }, 'step 1 in a lane "Servise".*Did you mean Service\\?'],
    [{ steps: [step, { ...row, from: 'E-mail' }] }, 'step 2 in a lane "E-mail".*Service, Database, SMS'],
    [{ steps: [{ ...row, from: 'Database' }] }, 'step 1 from "Database" to itself'],
    [{ steps: [{ ...step, kind: 'comand' }] }, 'kind "comand".*Did you mean command\\?'],
    [{ steps: [{ kind: 'row', text: 'insert' }] }, 'in a lane "undefined".*Its lanes are'],
    [{ steps: [{ lane: 'SMS', text: 'sent' }] }, 'kind "undefined".*Known: command'],
    [{ steps: [{ ...step, text: '' }] }, 'step 1 without a text'],
    [{ steps: [{ ...step, time: '8 s' }] }, 'unknown "time".*Known: lane, kind'],
    [{ steps: [] }, 'no steps'],
    [{ steps: undefined }, 'no steps'],
    [{ lanes: [] }, 'no lanes'],
    [{ lanes: ['Service', 'Database', 'Service'] }, '"Service" twice'],
    [{ label: undefined }, 'no label'],
    [{ transactions: [{ from: 1, to: 3, outcome: 'committed' }] }, 'from step 1 to step 3.*1 to 2'],
    [{ transactions: [{ from: 0, to: 1, outcome: 'committed' }] }, 'from step 0 to step 1'],
    [{ transactions: [{ from: 2, to: 1, outcome: 'committed' }] }, 'from step 2 to step 1'],
    [{ transactions: [{ from: 1, to: 2, outcome: 'rollback' }] }, '"rollback".*committed or rolled back'],
    [
      {
        steps: [step, step, step],
        transactions: [
          { from: 2, to: 3, outcome: 'committed' },
          { from: 1, to: 2, outcome: 'committed' },
        ],
      },
      'cross: 1 to 2 and 2 to 3',
    ],
  ])('%j', (written, message) => {
    expect(refusal(written)).toMatch(new RegExp(`^${file}: <Lanes.*${message}`));
  });
});
