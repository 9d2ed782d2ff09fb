import type { Entry, Lane, Recording } from '../sandbox/recording.ts';
import { crashThatEnded, textOf } from './shown-entries.ts';

/** What is true after the first entries of a recording. */
export type TimelineState = {
  /** Of each aggregate that ever keeps an event, by its lane: the registered entries that are not published yet. */
  readonly trays: ReadonlyMap<string, readonly number[]>;
  /** Of each table, by its lane: what is in it or was to be, in the order of first mention. */
  readonly tables: ReadonlyMap<string, readonly StoredRow[]>;
  /** How each row entry stands. */
  readonly rows: ReadonlyMap<number, RowState>;
  /** Row entries that wrote a row which was there already. */
  readonly changes: ReadonlySet<number>;
  /** By the entry that began each transaction. */
  readonly transactions: ReadonlyMap<number, Outcome>;
  /** Entries that have begun and not ended, outermost first. */
  readonly underWay: readonly number[];
};

/** `ghost`: noted when its transaction was over, so no commit will ever make it `solid`. */
export type RowState = 'staged' | 'solid' | 'undone' | 'ghost';
export type StoredRow = { readonly entry: number; readonly state: RowState };
export type Outcome = 'open' | 'committed' | 'rolled-back';

/** What is true after the first `count` entries. Trays and tables that come later are there already, empty. */
export function stateAt({ entries }: Recording, count: number): TimelineState {
  const trays = new Map<string, number[]>();
  const written = new Map<string, Map<string, number[]>>();
  const rows = new Map<number, RowState>();
  const changes = new Set<number>();
  const transactions = new Map<number, Outcome>();
  const ended = new Set<number>();
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'registered') trays.set(laneKey(entry.lane), []);
    if (entry.kind === 'row') written.set(laneKey(entry.lane), new Map());
    const end = crashThatEnded(index, entries) ?? index;
    if (end >= count && entry.ends !== undefined) ended.add(entry.ends);
  }
  for (const [index, entry] of entries.slice(0, count).entries()) {
    switch (entry.kind) {
      case 'registered':
        trays.get(laneKey(entry.lane))!.push(index);
        break;
      case 'cleared':
        for (const [lane, pending] of trays) {
          trays.set(
            lane,
            pending.filter((event) => !entry.clears?.includes(event)),
          );
        }
        break;
      case 'crash':
        // What was only in memory is gone.
        for (const lane of trays.keys()) trays.set(lane, []);
        break;
      case 'began':
        transactions.set(index, 'open');
        break;
      case 'committed':
      case 'rolled-back':
        if (entry.ends === undefined) break;
        transactions.set(entry.ends, entry.kind);
        for (const [row, state] of rows) {
          if (state !== 'staged' || entries[row]!.transaction !== entry.ends) continue;
          rows.set(row, entry.kind === 'committed' ? 'solid' : 'undone');
        }
        break;
      case 'row': {
        rows.set(index, rowState(entry, transactions));
        const table = written.get(laneKey(entry.lane))!;
        const id = textOf(entry.label);
        const versions = table.get(id) ?? [];
        const before = versions.findLast((version) => rows.get(version) !== 'undone');
        if (before !== undefined && !entries[before]!.removed) changes.add(index);
        table.set(id, [...versions, index]);
      }
    }
  }
  return {
    trays,
    tables: new Map(
      [...written].map(([lane, table]) => [
        lane,
        [...table.values()].flatMap((versions) => standing(versions, rows, entries)),
      ]),
    ),
    rows,
    changes,
    transactions,
    underWay: [...ended].filter((index) => index < count).toSorted((a, b) => a - b),
  };
}

function rowState({ staged, transaction }: Entry, transactions: ReadonlyMap<number, Outcome>): RowState {
  if (!staged) return 'solid';
  return transaction !== undefined && transactions.get(transaction) !== 'open' ? 'ghost' : 'staged';
}

/**
 * Of all versions of a row: the last one that is solid, unless that removed it, and of those that came after it the last
 * of each transaction.
 */
function standing(
  versions: readonly number[],
  rows: ReadonlyMap<number, RowState>,
  entries: readonly Entry[],
): StoredRow[] {
  const solid = versions.findLast((version) => rows.get(version) === 'solid');
  const lastOfEach = new Map(versions.map((version) => [entries[version]!.transaction, version]));
  return versions
    .filter(
      (version) =>
        version === solid ||
        (version > (solid ?? -1) && lastOfEach.get(entries[version]!.transaction) === version),
    )
    .filter((version) => version !== solid || !entries[version]!.removed)
    .map((entry) => ({ entry, state: rows.get(entry)! }))
    .filter(({ state }) => state !== 'undone');
}

/** The same for entries of the same lane. */
export const laneKey = ({ place, name }: Lane): string =>
  name === undefined ? place : `${place} ${textOf(name)}`;
