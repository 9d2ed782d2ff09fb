import type { Card } from '../sandbox/case.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';
import { align, type Aligned } from '../sandbox/align.ts';
import { differ, likeness, type Difference } from '../sandbox/difference.ts';

/** An expected event beside the one that the learner's code told, and the fields in which they differ. */
export type CasePair = Aligned<Card> & { readonly differing: ReadonlySet<string>; readonly isOther: boolean };

/** Events of one type are a pair, whatever their fields; events of two types only where nothing else is left. */
export function casePairs(then: readonly Card[], yours: readonly Card[]): CasePair[] {
  return align(then, yours, cardLikeness).map((aligned) => {
    if (aligned.kind !== 'pair') return { ...aligned, differing: new Set<string>(), isOther: true };
    const { expected, actual } = aligned;
    const difference = differ(fieldsOf(expected), fieldsOf(actual));
    const differing = new Set(differingFields(difference));
    return {
      ...aligned,
      differing,
      isOther: nameOf(expected) !== nameOf(actual) || difference.kind !== 'same',
    };
  });
}

function cardLikeness(expected: Card, actual: Card): number {
  const fields = likeness(fieldsOf(expected), fieldsOf(actual));
  return nameOf(expected) === nameOf(actual) ? 0.5 + fields / 2 : fields / 10;
}

const differingFields = (difference: Difference): string[] =>
  difference.kind === 'inside'
    ? difference.parts.filter(({ difference: part }) => part.kind !== 'same').map(({ key }) => key)
    : [];

const nameOf = (card: Card): string => (card.kind === 'message' ? card.type : card.text.en);

const fieldsOf = (card: Card): ValueTree =>
  card.kind === 'message' ? card.fields : { kind: 'fields', entries: [], more: 0 };
