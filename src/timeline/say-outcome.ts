import type { BesideWords } from '../i18n/beside.ts';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/locale.ts';
import { visible } from '../i18n/visible.ts';
import { printTree } from '../sandbox/print-value.ts';
import type { Entry, Words } from '../sandbox/recording.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';
import type { Outcome, Parting } from './compare.ts';

/** What came of the comparison, in one sentence. Between backticks stands code. */
export function sayOutcome(outcome: Outcome, words: BesideWords, locale: Locale): string {
  return outcome.kind === 'parted' ? sayParting(outcome.parting, words, locale) : words[outcome.kind];
}

function sayParting(parting: Parting, words: BesideWords, locale: Locale): string {
  const does = (entry: Entry, end: End = 'does') => sayEntry(entry, words, locale, end);
  switch (parting.kind) {
    case 'missing': {
      const { ours, never } = parting;
      return fill(words.missing, { ours: does(ours, 'but'), yours: doesNot(ours, never, words) });
    }
    case 'extra': {
      const { yours, never } = parting;
      return fill(words.extra, { yours: does(yours, 'but'), ours: doesNot(yours, never, words) });
    }
    case 'instead': {
      const [ours, yours] = [does(parting.ours, 'but'), does(parting.yours)];
      if (does(parting.ours) !== yours) return fill(words.instead, { ours, yours });
      const within = ({ lane }: Entry, said: string) =>
        fill(words.in, { name: textIn(lane.name, locale), does: said });
      return fill(words.instead, { ours: within(parting.ours, ours), yours: within(parting.yours, yours) });
    }
    case 'order':
      return fill(words.order, { first: does(parting.first), then: does(parting.then, 'before') });
    case 'payload': {
      const { path, ours, yours } = parting.difference;
      const values = { path, ours: valueOf(ours, words), yours: valueOf(yours, words) };
      return fill(words[path === '' ? 'payload-whole' : 'payload'], values);
    }
  }
}

type End = 'does' | 'but' | 'before';

/** What an entry does: `publishes PasswordChanged`. */
export function sayEntry(entry: Entry, words: BesideWords, locale: Locale, end: End = 'does'): string {
  const kind = entry.kind === 'row' && entry.removed ? 'row-removed' : entry.kind;
  return fill(words[`does.${kind}`], {
    label: textIn(entry.label, locale),
    name: textIn(entry.lane.name, locale),
    end: words[`end.${end}`],
  });
}

function doesNot({ kind }: Entry, never: boolean, words: BesideWords): string {
  const key = `never.${kind}`;
  return never && key in words ? words[key as keyof BesideWords] : words.not;
}

const mostCharacters = 80;

/** A value on one line, of which only the beginning is shown if it is long. */
export function valueOf(tree: ValueTree | undefined, words: BesideWords): string {
  const text = tree ? visible(printTree(tree)).replaceAll('`', '′') : words['payload-none'];
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}

/** A backtick would end the code in which it stands. */
const textIn = (words: Words | undefined, locale: Locale): string =>
  visible(typeof words === 'object' ? words[locale] : (words ?? '')).replaceAll('`', '′');
