import { foldOf, hasFailure } from './fold-parts.ts';
import type { Part } from './layout.ts';

/** So much can be looked through; of more, the beginning and the end are shown. */
const mostSeen = 150;
const seenAtStart = 40;
const seenAtEnd = 60;

/** What is still too long to look through: its middle is folded away, but not where the test failed. */
export function foldMiddle(parts: readonly Part[]): readonly Part[] {
  if (sum(parts) <= mostSeen) return parts;
  const failure = parts.findIndex(hasFailure);
  if (failure >= 0 && parts.length > 1) {
    const [before, itself, after] = [parts.slice(0, failure), parts[failure]!, parts.slice(failure + 1)];
    return [...foldMiddle(before), ...foldMiddle([itself]), ...foldMiddle(after)];
  }
  const start = countUpTo(seenAtStart, parts);
  const end = parts.length - countUpTo(seenAtEnd, parts.toReversed());
  if (end - start > 1) {
    return [...parts.slice(0, start), foldOf('between', parts.slice(start, end)), ...parts.slice(end)];
  }
  // It is one of the parts that is so long.
  const longest = parts.reduce((one, other) => (seen(other) > seen(one) ? other : one));
  if (longest.kind !== 'note' && longest.kind !== 'band') return parts;
  const shortened = { ...longest, parts: foldMiddle(longest.parts) };
  return parts.map((part) => (part === longest ? shortened : part));
}

/** So many parts, from the first on, fit into so many lines. */
function countUpTo(most: number, parts: readonly Part[]): number {
  let left = most;
  const tooMany = parts.findIndex((part) => (left -= seen(part)) < 0);
  return tooMany < 0 ? parts.length : tooMany;
}

/** How many lines a part takes. */
const seen = (part: Part): number =>
  part.kind === 'failure' || part.kind === 'fold' ? 1 : 1 + sum(part.parts);

const sum = (parts: readonly Part[]): number => parts.reduce((lines, part) => lines + seen(part), 0);
