import { timelineEn } from '../i18n/timeline-en.ts';
import type { Entry, EntryKind } from '../sandbox/recording.ts';
import { kindWord, laneName, wordsIn, type Told } from './entry-words.ts';
import { noteOf } from './note-of.ts';

/** An entry of a recording as a note that can be put in order. */
export type OrderNote = {
  /** As what it is drawn: a note of event storming, or what happens to a transaction. */
  readonly look: NonNullable<ReturnType<typeof noteOf>> | EntryKind;
  /** `published`, `listener` */
  readonly kind: string;
  readonly text: string;
  /** What tells it apart from others with this text: of a listener the event, of an event its aggregate. */
  readonly about?: string;
  /** The note that led to it, by its place among all notes. */
  readonly inside?: number;
};

/** The entries of these kinds, in the order in which they happened. */
export function orderNotes(
  entries: readonly Entry[],
  kinds: readonly EntryKind[],
  told: Told,
): readonly OrderNote[] {
  const chosen = [...entries.keys()].filter((index) => kinds.includes(entries[index]!.kind));
  return chosen.map((index) => {
    const inside = chosen.indexOf(leadingTo(entries, index, chosen));
    return { ...reading(entries[index]!, told), ...(inside < 0 ? {} : { inside }) };
  });
}

export const entryKinds = Object.keys(timelineEn).flatMap((key) =>
  key.startsWith('kind.') ? [key.slice('kind.'.length) as EntryKind] : [],
);

/** The nearest of the chosen entries among those that led to an entry; -1 for none. */
function leadingTo(entries: readonly Entry[], index: number, chosen: readonly number[]): number {
  const { cause } = entries[index]!;
  if (cause === undefined) return -1;
  return chosen.includes(cause) ? cause : leadingTo(entries, cause, chosen);
}

function reading(entry: Entry, told: Told): Omit<OrderNote, 'inside'> {
  const { kind, lane } = entry;
  const [who, what, label] = [
    laneName(lane, told),
    kindWord(entry, 'solid', told),
    wordsIn(entry.label, told.locale),
  ];
  const look = noteOf(entry) ?? kind;
  switch (lane.place) {
    case 'transaction':
      return { look, kind: who, text: what };
    case 'listener':
      return { look, kind: what, text: who, ...unlessIn(who, label) };
    default:
      return {
        look,
        kind: what,
        text: label || who,
        ...(lane.name === undefined ? {} : unlessIn(label, who)),
      };
  }
}

const unlessIn = (text: string, about: string) => (text.includes(about) ? {} : { about });
