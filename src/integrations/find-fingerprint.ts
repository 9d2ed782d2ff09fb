import { matches, type Clue, type Fingerprint, type Outcome } from '../workbench/fingerprint.ts';

/** More clues than this describe a run rather than a mistake. */
const mostClues = 4;

/**
 * The smallest set of clues that holds in all `own` runs (the spellings of one mistake) and in none of the others.
 * Of equally small ones, what tests said counts before what failed, and both before what passed. At least one clue
 * is a failure. Undefined when the runs cannot be told apart.
 */
export function findFingerprint(
  own: readonly Outcome[],
  others: readonly Outcome[],
): Fingerprint | undefined {
  const clues = commonClues(own);
  for (let size = 1; size <= mostClues; size += 1) {
    for (const fingerprint of combinations(clues, size)) {
      if (fingerprint.every(({ kind }) => kind === 'passes')) continue;
      if (!others.some((outcome) => matches(outcome, fingerprint))) return fingerprint;
    }
  }
  return undefined;
}

/** The clues that hold in every run, the most telling first. */
function commonClues(own: readonly Outcome[]): Clue[] {
  const [first] = own;
  if (!first) return [];
  const tests = [...first.tests];
  const ends: Clue[] =
    first.ends === 'crashed' || first.ends === 'timed-out' ? [{ kind: 'ends', as: first.ends }] : [];
  const saying = tests.flatMap(([test, said]): Clue[] =>
    said ? [{ kind: 'fails', test, saying: said }] : [],
  );
  const fails = tests.flatMap(([test, said]): Clue[] =>
    said === undefined ? [] : [{ kind: 'fails', test }],
  );
  const passes = tests.flatMap(([test, said]): Clue[] =>
    said === undefined ? [{ kind: 'passes', test }] : [],
  );
  return [...ends, ...saying, ...fails, ...passes].filter((clue) =>
    own.every((outcome) => matches(outcome, [clue])),
  );
}

function* combinations<Item>(items: readonly Item[], size: number, from = 0): Generator<Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index += 1) {
    for (const rest of combinations(items, size - 1, index + 1)) yield [items[index]!, ...rest];
  }
}
