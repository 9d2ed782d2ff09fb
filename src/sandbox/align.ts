/** What stands at one place of two lists: on both sides, or on one. */
export type Aligned<Item> =
  | { readonly kind: 'pair'; readonly expected: Item; readonly actual: Item }
  | { readonly kind: 'missing'; readonly expected: Item }
  | { readonly kind: 'extra'; readonly actual: Item };

/**
 * Puts two lists beside each other, in their order, so that the likenesses of the pairs add up to the most.
 * `likeness` is 1 for equals, 0 for what cannot be a pair.
 */
export function align<Item>(
  expected: readonly Item[],
  actual: readonly Item[],
  likeness: (expected: Item, actual: Item) => number,
): Aligned<Item>[] {
  const likenesses = expected.map((one) => actual.map((other) => likeness(one, other)));
  // best[i][j]: the most that can be had of the lists from i and j on.
  const best = Array.from({ length: expected.length + 1 }, () =>
    Array.from({ length: actual.length + 1 }, () => 0),
  );
  const asPair = (i: number, j: number) =>
    likenesses[i]![j]! > 0 ? likenesses[i]![j]! + best[i + 1]![j + 1]! : -1;
  for (let i = expected.length - 1; i >= 0; i -= 1) {
    for (let j = actual.length - 1; j >= 0; j -= 1) {
      best[i]![j] = Math.max(asPair(i, j), best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }

  const aligned: Aligned<Item>[] = [];
  let [i, j] = [0, 0];
  while (i < expected.length || j < actual.length) {
    if (i < expected.length && j < actual.length && best[i]![j] === asPair(i, j)) {
      aligned.push({ kind: 'pair', expected: expected[i++]!, actual: actual[j++]! });
    } else if (j >= actual.length || (i < expected.length && best[i]![j] === best[i + 1]![j])) {
      aligned.push({ kind: 'missing', expected: expected[i++]! });
    } else {
      aligned.push({ kind: 'extra', actual: actual[j++]! });
    }
  }
  return aligned;
}
