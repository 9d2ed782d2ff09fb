import { fill } from '../i18n/fill.ts';
import type { TravelWords } from '../i18n/travel.ts';
import { visible } from '../i18n/visible.ts';
import type { Tape } from '../sandbox/tape.ts';
import type { Moment } from './moments.ts';
import type { Parted } from './parting.ts';

/** `revision 3`; nothing before the first event. */
export function placeName(at: number, { counts }: Pick<Tape, 'counts'>, words: TravelWords): string {
  return at === 0 ? '' : fill(words[counts], { number: counts === 'revisions' ? at - 1 : at });
}

/** `revision 3, LineAdded`. */
export function momentName(
  at: number,
  moment: Moment | undefined,
  tape: Pick<Tape, 'counts'>,
  words: TravelWords,
): string {
  if (at === 0) return words.start;
  const type = moment?.event ? visible(moment.event.type) : words['no-event'];
  return fill(words.moment, { place: placeName(at, tape, words), type });
}

/** In what two moments differ, as a sentence. */
export function partedSentence(parted: Parted, words: TravelWords): string {
  switch (parted.kind) {
    case 'event': {
      const named = (type: string) => (type === '' ? words['no-event'] : visible(type));
      return fill(words['parted-event'], { yours: named(parted.yours), ours: named(parted.ours) });
    }
    case 'data':
      return fill(words['parted-data'], { type: visible(parted.type) });
    case 'threw':
      return fill(words['parted-threw'], { error: visible(parted.error) });
    case 'state':
      return fill(words['parted-state'], { fields: fieldNames(parted.fields, words) });
    case 'changes-given':
      return words['parted-changes-given'];
  }
}

/** So many fields are named. */
const named = 4;

export function fieldNames(fields: readonly string[], words: TravelWords): string {
  const names = fields.slice(0, named).map((path) => (path === '' ? words['whole-value'] : visible(path)));
  return [...names, ...(fields.length > named ? ['…'] : [])].join(', ');
}
