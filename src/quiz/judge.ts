/** What an explanation is for: a choice that was right, one that was wrong, or a right one that was not chosen. */
export type Grade = 'right' | 'wrong' | 'missed';

export type Judgement = {
  readonly right: boolean;
  /** Place of a choice → its grade; a choice without one is not explained. */
  readonly grades: ReadonlyMap<number, Grade>;
};

/**
 * Judges an answer by the places of its choices. Of several correct ones, exactly those have to be chosen. Where one
 * answer is asked for, a wrong one does not give the right one away.
 */
export function judge(
  kind: 'one' | 'several',
  chosen: readonly number[],
  correct: readonly number[],
): Judgement {
  const missed = correct.filter((place) => !chosen.includes(place));
  const grades = new Map<number, Grade>(
    chosen.map((place) => [place, correct.includes(place) ? 'right' : 'wrong']),
  );
  if (kind === 'several') for (const place of missed) grades.set(place, 'missed');
  return { right: missed.length === 0 && chosen.length === correct.length, grades };
}

/** Judges an order: `came` are the places that its notes have in the run, in the order that the learner gave them. */
export function judgeOrder(came: readonly number[]): { readonly right: boolean; readonly inPlace: number } {
  const inPlace = came.filter((place, here) => place === here).length;
  return { right: inPlace === came.length, inPlace };
}
