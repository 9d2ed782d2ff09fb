import type { Entry, EntryKind, Recording } from '../sandbox/recording.ts';

/** The recording without the entries of these kinds: what one of them led to came of what led to it. */
export function leaveOut(recording: Recording, kinds: ReadonlySet<EntryKind>): Recording {
  const { entries } = recording;
  const isLeftOut = ({ kind, ends }: Entry): boolean =>
    kinds.has(kind) || (ends !== undefined && kinds.has(entries[ends]!.kind));
  const kept = entries.flatMap((entry, index) => (isLeftOut(entry) ? [] : [index]));
  const places = new Map(kept.map((index, place) => [index, place]));

  const placeOf = (index: number | undefined): number | undefined => {
    if (index === undefined || places.has(index)) return places.get(index!);
    const { ends, cause } = entries[index]!;
    return placeOf(ends === undefined ? cause : entries[ends]!.cause);
  };
  return {
    ...recording,
    entries: kept.map((index) => {
      const { cause, transaction, ends, clears, ...entry } = entries[index]!;
      return {
        ...entry,
        ...optional('cause', placeOf(cause)),
        ...optional('transaction', places.get(transaction!)),
        ...optional('ends', places.get(ends!)),
        ...(clears ? { clears: clears.flatMap((each) => places.get(each) ?? []) } : {}),
      };
    }),
  };
}

const optional = (key: 'cause' | 'transaction' | 'ends', value: number | undefined) =>
  value === undefined ? {} : { [key]: value };
