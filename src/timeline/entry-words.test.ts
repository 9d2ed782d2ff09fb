import { describe, expect, it } from 'vitest';
import { timelineWords, type TimelineWords } from '../i18n/timeline.ts';
import { entrySentence, kindWord, laneName } from './entry-words.ts';
import { nestedTransactions, publishOnSave, race } from './recordings.test-support.ts';
import type { Entry } from '../sandbox/recording.ts';
import { stateAt, type RowState } from './state-at.ts';

const en = { locale: 'en', words: timelineWords.en } as const;
const ko = { locale: 'ko', words: timelineWords.ko } as const;

it('both languages fill the same places', () => {
  const places = (words: TimelineWords) =>
    Object.entries(words).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).toSorted()]);

  expect(Object.fromEntries(places(timelineWords.ko))).toEqual(Object.fromEntries(places(timelineWords.en)));
});

it('an entry is said with who it happened to, or else where', () => {
  const sentence = (index: number) => entrySentence(publishOnSave.entries[index]!, undefined, en);

  expect(sentence(4)).toEqual({ where: 'User mina', what: 'PasswordChanged is registered' });
  expect(sentence(7)).toEqual({ where: 'Publisher', what: 'PasswordChanged is published' });
  expect(laneName(race.entries[0]!.lane, ko)).toBe('안나');
});

describe('a row', () => {
  it('that was there before is changed, unless it was removed or undone meanwhile', () => {
    const row = (label: string, more: Partial<Entry> = {}): Entry => ({
      kind: 'row',
      lane: { place: 'table', name: 'outbox' },
      label,
      ...more,
    });
    const transaction = { place: 'transaction' } as const;
    const entries: Entry[] = [
      row('a'),
      row('a'),
      row('a', { removed: true }),
      row('a'),
      { kind: 'began', lane: transaction, label: 'REQUIRED' },
      row('b', { transaction: 4, staged: true }),
      { kind: 'rolled-back', lane: transaction, label: '', transaction: 4, ends: 4 },
      row('b'),
    ];
    const { rows, changes } = stateAt({ version: 1, more: 0, entries }, entries.length);
    const word = (index: number) => kindWord(entries[index]!, rows.get(index), en, changes.has(index));

    expect([0, 1, 2, 3, 5, 7].map(word)).toEqual([
      'row',
      'row changed',
      'row removed',
      'row',
      'row, undone',
      'row',
    ]);
    expect(entrySentence(entries[1]!, 'solid', en, true).what).toBe('the row a is changed');
  });

  const index = 11;
  const entry = nestedTransactions.entries[index]!;
  const row = stateAt(nestedTransactions, index + 1).rows.get(index);

  it('that is a ghost is called one, and said to be', () => {
    expect(kindWord(entry, row, en)).toBe('ghost row');
    expect(entrySentence(entry, row, en).what).toMatch(/waits for a commit that will not come/);
  });

  it.each([
    ['staged', false, 'staged row', /waits for the commit/],
    ['solid', false, 'row', /is written/],
    ['solid', true, 'row removed', /is removed/],
    ['undone', true, 'row, undone', /is removed/],
  ] as const)('that is %s (removed: %s) is a "%s"', (state: RowState, removed, word, what) => {
    const stored = removed ? { ...entry, removed } : entry;

    expect(kindWord(stored, state, en)).toBe(word);
    expect(entrySentence(stored, state, en).what).toMatch(what);
  });
});
