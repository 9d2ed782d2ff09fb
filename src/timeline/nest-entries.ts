import type { Entry, Recording } from '../sandbox/recording.ts';

/** An entry with what happened inside it, in the order of time. */
export type Nested = {
  readonly kind: 'entry';
  readonly index: number;
  /** Its place in the nesting: 0 for the outermost. */
  readonly depth: number;
  readonly inside: readonly NestedPart[];
  /** The entry that ended it. */
  readonly end?: number;
};

/** `failure`: here the assertion failed. */
export type NestedPart = Nested | { readonly kind: 'failure' };

type Open = { index: number; depth: number; kind: 'entry'; inside: NestedPart[]; end?: number };

/**
 * What begins and ends holds what is between; what neither ends nor began anything holds what it led to at once. What is
 * not shown, and the end of a transaction, have no place of their own: they are the `end` of what they end.
 */
export function nestEntries(
  { entries, failedAt }: Recording,
  shown: ReadonlySet<number>,
): readonly NestedPart[] {
  const roots: NestedPart[] = [];
  let open: Open[] = [];
  const endOf = new Map<number, number>();
  for (const [index, { kind, ends }] of entries.entries()) {
    if (ends !== undefined && endings.has(kind) && !endOf.has(ends)) endOf.set(ends, index);
  }
  const inside = () => open.at(-1)?.inside ?? roots;
  const closeAllBut = (isAround: (one: Open) => boolean) => {
    open = open.slice(0, open.findLastIndex(isAround) + 1);
  };
  const add = (index: number) => {
    const nested: Open = { kind: 'entry', index, depth: open.length, inside: [] };
    inside().push(nested);
    open.push(nested);
  };

  for (const [index, { kind, cause, transaction, ends }] of entries.entries()) {
    const lasts = (one: Open) =>
      (endOf.get(one.index) ?? -1) > index || (isTransaction(one) && !endOf.has(one.index));
    if (index === failedAt) {
      closeAllBut((one) => (endOf.get(one.index) ?? -1) >= index || lasts(one));
      inside().push({ kind: 'failure' });
    }
    const ended = endings.has(kind) ? open.find((one) => one.index === ends) : undefined;
    if (ended) {
      closeAllBut((one) => one === ended);
      ended.end = index;
      if (shown.has(index) && !isEndOfBand(kind, ended)) add(index);
      open = open.slice(0, open.indexOf(ended));
    } else if (shown.has(index)) {
      closeAllBut((one) => one.index === cause || one.index === transaction || lasts(one));
      add(index);
    }
  }
  if (failedAt !== undefined && failedAt >= entries.length) roots.push({ kind: 'failure' });
  return roots;

  function isTransaction(one: Open): boolean {
    return entries[one.index]!.kind === 'began';
  }

  function isEndOfBand(kind: Entry['kind'], ended: Open): boolean {
    return kind !== 'threw' && isTransaction(ended);
  }
}

const endings: ReadonlySet<Entry['kind']> = new Set(['returned', 'threw', 'committed', 'rolled-back']);
