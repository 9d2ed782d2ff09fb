import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/locale.ts';
import type { TimelineWords } from '../i18n/timeline.ts';
import { visible } from '../i18n/visible.ts';
import type { Entry, Lane, Words } from '../sandbox/recording.ts';
import type { Head } from './lane-columns.ts';
import type { RowState } from './state-at.ts';

export type Told = { readonly locale: Locale; readonly words: TimelineWords };

export const wordsIn = (text: Words, locale: Locale): string =>
  visible(typeof text === 'string' ? text : text[locale]);

/** Who it is, or else where: `User mina`, `Publisher`. */
export const laneName = ({ place, name }: Lane, { locale, words }: Told): string =>
  name === undefined ? words[`place.${place}`] : wordsIn(name, locale);

export const headName = (head: Head, told: Told): string =>
  head.kind === 'lane'
    ? laneName(head.lane, told)
    : head.places.map((place) => told.words[`places.${place}`]).join(', ');

/** What an entry is, in a word or two; `changes`: a row that was there already. */
export function kindWord(
  { kind, removed }: Entry,
  row: RowState | undefined,
  { words }: Told,
  changes = false,
): string {
  if (kind !== 'row') return words[`kind.${kind}`];
  if (row !== 'solid') return words[`row.${row ?? 'solid'}`];
  return words[removed ? 'row.removed' : changes ? 'row.changed' : 'row.solid'];
}

/** An entry as a sentence: `User mina: PasswordChanged is registered`. */
export function entrySentence(entry: Entry, row: RowState | undefined, told: Told, changes = false) {
  const label = wordsIn(entry.label, told.locale);
  return {
    where: laneName(entry.lane, told),
    what: fill(told.words[`says.${saidOf(entry, row, changes)}`], { label }),
  };
}

function saidOf({ kind, removed }: Entry, row: RowState | undefined, changes: boolean) {
  if (kind !== 'row') return kind;
  if (row === 'staged' || row === 'ghost') return `row-${row}` as const;
  return removed ? 'row-removed' : changes ? 'row-changed' : 'row';
}
