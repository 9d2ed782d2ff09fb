import type { Entry, Lane } from '../sandbox/recording.ts';
import { laneKey } from './state-at.ts';

/** The lanes of a picture from left to right, each the only one of its place or all of that place together. */
export type Columns = {
  readonly heads: readonly Head[];
  /** From 1; undefined for what goes across all lanes. */
  readonly of: (lane: Lane) => number | undefined;
};

export type Head =
  | { readonly kind: 'lane'; readonly lane: Lane }
  /** All lanes of these places; a note in it tells its own lane. */
  | { readonly kind: 'group'; readonly places: readonly Place[] };

type Place = Lane['place'];

/** So many lanes have room beside each other in a column of text. */
export const lanesBeside = 6;

/** From left to right, by where things usually begin and where they end. Neighbours are put together where room is short. */
const order: readonly (readonly Place[])[] = [
  ['caller', 'process'],
  ['aggregate'],
  ['repository'],
  ['publisher'],
  ['listener', 'scheduler'],
  ['table', 'stream'],
  ['view'],
  ['external'],
];
const closer: readonly (readonly Place[])[] = [
  ['caller', 'process'],
  ['aggregate', 'repository'],
  ['publisher'],
  ['listener', 'scheduler'],
  ['table', 'stream', 'view'],
  ['external'],
];

/** At most so many lanes; six places together are the fewest there can be. */
export function laneColumns(entries: readonly Entry[], most: number): Columns {
  const lanes = new Map<string, Lane>();
  for (const { lane, kind } of entries) {
    // What takes place across all lanes, or is not shown, needs none.
    const isAcross = lane.place === 'transaction' || kind === 'crash';
    if (!isAcross && kind !== 'returned') lanes.set(laneKey(lane), lane);
  }
  const all = [...lanes.values()];
  const each = all
    .toSorted((a, b) => rank(a.place) - rank(b.place))
    .map((lane): Head => ({ kind: 'lane', lane }));
  const byPlace = grouped(order.flat().map((place) => [place]));
  const heads = [each, byPlace, grouped(order)].find(({ length }) => length <= most) ?? grouped(closer);
  const columns = new Map<string, number>();
  for (const [column, head] of heads.entries()) {
    for (const lane of all) {
      const isIn =
        head.kind === 'lane' ? laneKey(head.lane) === laneKey(lane) : head.places.includes(lane.place);
      if (isIn) columns.set(laneKey(lane), column + 1);
    }
  }
  return { heads, of: (lane) => columns.get(laneKey(lane)) };

  /** Only the groups that have lanes; one with a single lane is that lane. */
  function grouped(groups: readonly (readonly Place[])[]): Head[] {
    return groups.flatMap((places): Head[] => {
      const [first, ...others] = all.filter(({ place }) => places.includes(place));
      if (!first) return [];
      if (others.length === 0) return [{ kind: 'lane', lane: first }];
      return [{ kind: 'group', places: places.filter((place) => all.some((lane) => lane.place === place)) }];
    });
  }
}

const rank = (place: Place): number => order.flat().indexOf(place);
