import type { FoldPart, Part } from './layout.ts';

/** A turn that has come so often is folded from the second one on. */
const turns = 4;
/** So many parts, at most, are one turn. */
const longestTurn = 6;
/** What led to itself is folded from so many times on. */
const turnsInside = 2;
/** What happened inside something is folded away when it is so many steps, of so many in all. */
const stepsInside = 8;
const manySteps = 60;

/**
 * Puts into folds what repeats itself, beside itself or inside itself, and of `steps` that are many what is inside of
 * something that ended well. `around` are the signs of what these parts are inside of.
 */
export function foldParts(
  parts: readonly Part[],
  steps: number,
  around: readonly string[] = [],
): readonly Part[] {
  return foldRuns(parts).map((part) =>
    part.kind === 'fold'
      ? { ...part, parts: part.parts.map((each) => foldedInside(each, steps, around)) }
      : foldedInside(part, steps, around),
  );
}

function foldedInside(part: Part, steps: number, around: readonly string[]): Part {
  if (part.kind === 'failure' || part.kind === 'fold') return part;
  if (around.filter((sign) => sign === part.sign).length >= turnsInside && !isTrouble(part)) {
    const deeper = foldOf('deeper', [part]);
    if (deeper.count >= stepsInside) return deeper;
  }
  const parts = foldParts(part.parts, steps, [...around, part.sign]);
  const isMuch = steps >= manySteps && numbersOf(parts).length >= stepsInside;
  const endedWell = part.kind === 'note' && part.end !== undefined && !isTrouble(part);
  // A fold directly in a fold would hide twice.
  if (!isMuch || !endedWell || parts.some(({ kind }) => kind === 'fold')) return { ...part, parts };
  return { ...part, parts: [foldOf('inside', parts)] };
}

function foldRuns(parts: readonly Part[]): Part[] {
  const signs = parts.map(signOf);
  const result: Part[] = [];
  for (let at = 0; at < parts.length;) {
    const run = longestRun(signs, at);
    if (run) {
      const [first, end] = [at + run.length, at + run.length * run.times];
      const alike = foldOf('alike', parts.slice(first, end));
      result.push(...parts.slice(at, first), { ...alike, count: run.times - 1 });
      at = end;
    } else {
      result.push(parts[at]!);
      at += 1;
    }
  }
  return result;
}

/** What comes again from here on: so many parts, so many times. */
function longestRun(signs: readonly string[], from: number) {
  let best: { readonly length: number; readonly times: number } | undefined;
  for (let length = 1; length <= longestTurn; length += 1) {
    let times = 1;
    while (isSame(signs, from, from + length * times, length)) times += 1;
    if (times >= turns && length * times > (best ? best.length * best.times : 0)) best = { length, times };
  }
  return best;
}

const isSame = (signs: readonly string[], one: number, other: number, length: number): boolean =>
  other + length <= signs.length &&
  Array.from({ length }, (_, offset) => signs[one + offset] === signs[other + offset]).every(Boolean);

/** Equal for parts that say the same of different things: `menus[1]` and `menus[2]`. */
function signOf(part: Part): string {
  if (part.kind === 'failure') return 'failure';
  const inside = part.parts.map(signOf).join();
  return part.kind === 'fold' ? `fold(${inside})` : `${part.sign}(${inside})`;
}

const isTrouble = (part: Part): boolean =>
  part.kind === 'failure' || (part.kind === 'note' && part.isTrouble) || part.parts.some(isTrouble);

export const hasFailure = (part: Part): boolean => part.kind === 'failure' || part.parts.some(hasFailure);

/** Counts what it folds by its steps. */
export function foldOf(of: FoldPart['of'], parts: readonly Part[]): FoldPart {
  const numbers = numbersOf(parts);
  return { kind: 'fold', of, count: numbers.length, first: numbers[0]!, last: numbers.at(-1)!, parts };
}

/** The steps that are shown in these parts. */
export const numbersOf = (parts: readonly Part[]): number[] =>
  parts.flatMap((part) => {
    switch (part.kind) {
      case 'failure':
        return [];
      case 'fold':
        return numbersOf(part.parts);
      case 'note':
        return [part.number, ...numbersOf(part.parts)];
      case 'band':
        return [
          part.number,
          ...numbersOf(part.parts),
          ...(part.endNumber === undefined ? [] : [part.endNumber]),
        ];
    }
  });
