import { describe, expect, it } from 'vitest';
import type { Entry, Lane, Recording } from '../sandbox/recording.ts';
import { numbersOf } from './fold-parts.ts';
import { layoutOf, type Part } from './layout.ts';
import {
  anyRecording,
  longLoop,
  nestedTransactions,
  projection,
  publishOnSave,
  race,
  rolledBack,
} from './recordings.test-support.ts';

const of = (...entries: readonly Partial<Entry>[]): Recording => ({
  version: 1,
  more: 0,
  entries: entries.map((entry) => ({ kind: 'call', lane: { place: 'caller' }, label: '', ...entry })),
});

/** `1(2 3)` for notes, `[1 … 3]` for bands, `{9 more}` for folds, `!` for the failure. */
const outline = (parts: readonly Part[]): string =>
  parts
    .map((part) => {
      switch (part.kind) {
        case 'failure':
          return '!';
        case 'fold':
          return `{${part.count} ${part.of}: ${part.first}–${part.last}}`;
        case 'band':
          return `[${part.number} ${outline(part.parts)}${part.endNumber === undefined ? '' : ` ${part.endNumber}`}]`;
        case 'note':
          return `${part.number}${part.parts.length > 0 ? `(${outline(part.parts)})` : ''}`;
      }
    })
    .join(' ');

const notesOf = (parts: readonly Part[]): Extract<Part, { kind: 'note' }>[] =>
  parts.flatMap((part) =>
    part.kind === 'failure' ? [] : [...(part.kind === 'note' ? [part] : []), ...notesOf(part.parts)],
  );

describe('what happened inside something stands below it', () => {
  it('a listener below what was published, in the transaction, in the command', () => {
    expect(outline(layoutOf(publishOnSave).parts)).toBe('1([2 3 4 5(6 7(8(9) 10(11(12(13)))) 14) 15])');
  });

  it('the error last in what it ended, the failure behind what ended before it', () => {
    expect(outline(layoutOf(rolledBack).parts)).toBe('[1 2 3(4 5(6(7))) 8] !');
    expect(outline(layoutOf({ ...rolledBack, failedAt: 4 }).parts)).toBe('[1 2 3(4) ! 5(6(7)) 8]');
    expect(outline(layoutOf({ ...rolledBack, failedAt: 0 }).parts)).toBe('! [1 2 3(4 5(6(7))) 8]');
  });

  it('an error once, where it was thrown, and not again for all that it went through', () => {
    const thrown = { kind: 'threw', label: 'Error: down' } as const;
    const through = of({}, { cause: 0 }, { cause: 1 }, { ...thrown, ends: 2 }, { ...thrown, ends: 1 });
    const { entries } = through;

    expect(outline(layoutOf(through).parts)).toBe('1(2(3(4)))');
    const other = { ...entries[0]!, ...thrown, label: 'Error: gone', ends: 0 };
    expect(outline(layoutOf({ ...through, entries: [...entries, other] }).parts)).toBe('1(2(3(4)) 5)');
  });

  it('a new transaction inside the suspended one, and what comes after a commit outside of it', () => {
    expect(outline(layoutOf(nestedTransactions).parts)).toBe('[1 2 3 [4 [5 6 7]] 8] 9(10)');
  });

  it('what has no cause and is in nothing stands by itself', () => {
    expect(outline(layoutOf(of({}, {}, {})).parts)).toBe('1 2 3');
  });

  it('two that are under way at once do not hide what the other leads to', () => {
    const crossing = of({}, {}, { cause: 0 }, { kind: 'returned', ends: 0 }, { cause: 1 }, { ends: 1 });

    expect(numbersOf(layoutOf(crossing).parts)).toEqual([1, 2, 3, 4, 5]);
  });

  it('a transaction that never ended holds what followed', () => {
    const begun = of({ kind: 'began', lane: { place: 'transaction' } }, {}, {});

    expect(outline(layoutOf(begun).parts)).toBe('[1 2 3]');
  });
});

describe('what led to an entry', () => {
  it('is told by the nesting, and by an arrow where it is in another lane', () => {
    const notes = notesOf(layoutOf(publishOnSave).parts);
    const mail = notes.find(({ number }) => number === 9)!;

    expect(mail.fromColumn).toBe(notes.find(({ number }) => number === 8)!.column);
    expect(mail.fromStep).toBeUndefined();
  });

  it('is named where it stands elsewhere', () => {
    expect(notesOf(layoutOf(projection).parts)).toMatchObject([
      { number: 1 },
      { number: 2 },
      { number: 3, fromStep: 1, fromColumn: 1, column: 2 },
      { number: 4, fromStep: 2, fromColumn: 1, column: 2 },
    ]);
    expect(notesOf(layoutOf(race).parts).find(({ number }) => number === 5)).toMatchObject({ fromStep: 1 });
  });
});

describe('the lanes', () => {
  const lanes = (...all: readonly Lane[]) =>
    layoutOf(of(...all.map((lane) => ({ lane })))).heads.map((head) =>
      head.kind === 'lane' ? (head.lane.name ?? head.lane.place) : head.places.join('+'),
    );
  const many = (place: Lane['place'], count: number) =>
    Array.from({ length: count }, (_, number) => ({ place, name: `${place}${number}` }));

  it('go from the caller to the outside, and those of one place stand beside each other', () => {
    expect(lanes({ place: 'external' }, ...many('table', 2), { place: 'caller' })).toEqual([
      'caller',
      'table0',
      'table1',
      'external',
    ]);
  });

  it('of one place are one where they have no room, and then places that are close', () => {
    expect(lanes({ place: 'caller' }, ...many('listener', 6))).toEqual(['caller', 'listener']);
    expect(
      lanes(
        ...many('caller', 2),
        ...many('process', 1),
        ...many('aggregate', 2),
        ...many('repository', 1),
        ...many('publisher', 1),
        ...many('listener', 2),
        ...many('table', 1),
        ...many('external', 1),
      ),
    ).toEqual(['caller+process', 'aggregate+repository', 'publisher0', 'listener', 'table0', 'external0']);
  });

  it('a note tells its lane where several share a column', () => {
    const [caller, listener] = notesOf(
      layoutOf(of({}, ...many('listener', 6).map((lane) => ({ lane })))).parts,
    );

    expect(caller!.tellsLane).toBe(false);
    expect(listener!.tellsLane).toBe(true);
  });
});

describe('folds', () => {
  it('a loop is shown once, and that it came again', () => {
    const { parts, steps } = layoutOf(longLoop);

    expect(outline(parts)).toBe('1(2 3(4)) {99 alike: 5–400}');
    expect(numbersOf(parts)).toEqual(steps.map((_, step) => step + 1));
  });

  it('a loop over several steps is found too, and what follows it', () => {
    const turn = [{ label: 'pay' }, { label: 'cook' }];

    expect(outline(layoutOf(of(...turn, ...turn, ...turn, ...turn, { label: 'close' })).parts)).toBe(
      '1 2 {3 alike: 3–8} 9',
    );
  });

  it('three alike are no loop, and an error among them ends one', () => {
    expect(outline(layoutOf(of({}, {}, {})).parts)).toBe('1 2 3');
    expect(outline(layoutOf(of({}, {}, {}, { kind: 'threw' }, {}, {})).parts)).toBe('1 2 3 4 5 6');
  });

  it('what leads to itself is shown twice, and that it goes on', () => {
    const circle = of(
      ...Array.from({ length: 40 }, (_, index): Partial<Entry> => ({
        label: index % 2 === 0 ? 'priced' : 'shown',
        ...(index === 0 ? {} : { cause: index - 1 }),
      })),
    );

    expect(outline(layoutOf(circle).parts)).toBe('1(2(3(4({36 deeper: 5–40}))))');
  });

  it('where the test failed is never folded away', () => {
    expect(outline(layoutOf({ ...of({}, {}, {}, {}, {}, {}), failedAt: 5 }).parts)).toBe(
      '1 {4 alike: 2–5} ! 6',
    );
  });

  it('of much, what is inside of something that returned is folded away, and errors are not', () => {
    const label = (index: number) => String.fromCodePoint(97 + (index % 26)) + 'x'.repeat(index / 26);
    const others = Array.from({ length: 60 }, (_, index) => ({ label: label(index) }));
    const inside = Array.from({ length: 9 }, (_, index): Partial<Entry> => ({
      label: label(index),
      cause: 60,
    }));
    const end: Partial<Entry> = { kind: 'returned', ends: 60 };

    expect(outline(layoutOf(of(...others, {}, ...inside, end)).parts)).toMatch(/61\(\{9 inside: 62–70\}\)$/);
    const failing = inside.with(4, { kind: 'threw', cause: 60 });
    expect(outline(layoutOf(of(...others, {}, ...failing, end)).parts)).toMatch(/61\(62 63 .*70\)$/);
  });
});

describe('what is too long to look through', () => {
  const label = (index: number) => String.fromCodePoint(97 + (index % 26)) + 'x'.repeat(index / 26);
  const all = Array.from({ length: 300 }, (_, index) => ({ label: label(index) }));

  it('is shown with its beginning and its end', () => {
    expect(outline(layoutOf(of(...all)).parts)).toMatch(/ 39 40 \{200 between: 41–240\} 241 .* 300$/);
  });

  it('is shown where the test failed', () => {
    expect(outline(layoutOf({ ...of(...all), failedAt: 200 }).parts)).toMatch(
      / 40 \{100 between: 41–140\} 141 .* 200 ! 201 .* 300$/,
    );
  });

  it('is shortened inside of what is so long', () => {
    const inside = all.map((entry) => ({ ...entry, transaction: 0 }));
    const long = of({ kind: 'began', lane: { place: 'transaction' } }, ...inside);

    expect(outline(layoutOf(long).parts)).toMatch(/^\[1 2 .*\{200 between: 42–241\} .*301\]$/);
  });
});

describe.each([0, 1, 5, 50, 500])('of any %i entries', (length) => {
  it('each is seen once, in order, in a lane that is there', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const recording = anyRecording(length, seed);
      const { parts, steps, heads, depth } = layoutOf(recording);
      expect(numbersOf(parts).toSorted((a, b) => a - b)).toEqual(steps.map((_, step) => step + 1));
      expect(heads.length).toBeLessThanOrEqual(6);
      for (const note of notesOf(parts)) {
        expect(note.column ?? 1).toBeLessThanOrEqual(heads.length || 1);
        expect(note.fromStep ?? 0).toBeLessThan(note.number);
      }
      expect(depth).toBeLessThan(length + 1);
      const failures = JSON.stringify(parts).split('"kind":"failure"').length - 1;
      expect(failures).toBe(recording.failedAt === undefined ? 0 : 1);
    }
  });
});
