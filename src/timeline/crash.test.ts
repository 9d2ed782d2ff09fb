import { expect, it } from 'vitest';
import { timelineWords } from '../i18n/timeline.ts';
import type { Recording } from '../sandbox/recording.ts';
import { entrySentence, kindWord } from './entry-words.ts';
import { layoutOf, type Part } from './layout.ts';
import { diedAfterCommit, diedInTransaction } from './recordings.test-support.ts';
import { shownEntries } from './shown-entries.ts';
import { stateAt } from './state-at.ts';

const kinds = ({ entries }: Recording) => shownEntries(entries).map((index) => entries[index]!.kind);
const crashIn = ({ entries }: Recording) => entries.findIndex(({ kind }) => kind === 'crash');

it('is one step: what it ended is not shown as errors', () => {
  expect(kinds(diedInTransaction)).toEqual([
    'command',
    'began',
    'registered',
    'row',
    'listener',
    'crash',
    'rolled-back',
    'call',
  ]);
  expect(kinds(diedAfterCommit)).toEqual(['command', 'began', 'row', 'committed', 'phase', 'crash', 'call']);
});

it('hides no other error, whether that came before or goes through the same', () => {
  const { entries } = diedInTransaction;
  const threw = (label: string) => entries.with(6, { ...entries[6]!, label });

  expect(shownEntries(threw('Error: SMTP is down'))).toContain(6);
  const revived = entries.filter(({ kind }) => kind !== 'crash');
  expect(shownEntries(revived)).toContain(5);
});

it('goes across all lanes, inside of what it ended; what follows stands outside', () => {
  const { parts, heads } = layoutOf(diedInTransaction);
  const all = (among: readonly Part[]): readonly Part[] =>
    among.flatMap((part) => ('parts' in part ? [part, ...all(part.parts)] : []));
  const at = crashIn(diedInTransaction);
  const crash = all(parts).find((part) => part.kind === 'note' && part.index === at);

  expect(crash).toMatchObject({ isTrouble: true, number: 6 });
  expect(crash).not.toHaveProperty('column');
  expect(heads.map((head) => head.kind === 'lane' && head.lane.place)).not.toContain('process');
  expect(parts).toMatchObject([{ number: 1 }, { number: 8, parts: [] }]);
});

it('takes with it what was only in memory: pending events, and what was under way', () => {
  const at = crashIn(diedInTransaction);
  const [before, after] = [stateAt(diedInTransaction, at), stateAt(diedInTransaction, at + 1)];
  const trays = [before, after].map(({ trays: all }) => all.get('aggregate User mina'));

  expect(trays).toEqual([[2], []]);
  expect(before.underWay).toEqual([0, 1, 4]);
  expect(after.underWay, 'only the transaction, which the database has yet to undo').toEqual([1]);
});

it('undoes the rows that were not committed, and leaves those that were', () => {
  const ended = (recording: Recording) => {
    const { transactions, tables } = stateAt(recording, recording.entries.length);
    return [[...transactions.values()], tables.get('table users')!.map(({ state }) => state)];
  };

  expect(ended(diedInTransaction)).toEqual([['rolled-back'], []]);
  expect(ended(diedAfterCommit)).toEqual([['committed'], ['solid']]);
});

it.each([
  ['en', 'crash', { where: 'Process', what: 'dies here (beforeCommit)' }],
  ['ko', '비정상 종료', { where: '프로세스', what: '여기서 비정상 종료(beforeCommit)' }],
] as const)('is said in %s', (locale, word, sentence) => {
  const crash = diedInTransaction.entries[crashIn(diedInTransaction)]!;
  const told = { locale, words: timelineWords[locale] };

  expect(kindWord(crash, undefined, told)).toBe(word);
  expect(entrySentence(crash, undefined, told)).toEqual(sentence);
});
