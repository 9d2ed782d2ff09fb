import type { RecordedKind, RecordedPlace } from '../../exercises/library/recording.ts';
import { cutText, isRecord, list } from './read-value.ts';
import { readTree, type ValueBounds, type ValueTree } from './value-tree.ts';

/**
 * What happened in one test, in the order in which it happened. An entry is known by its place in the list:
 *
 *     { "version": 1, "more": 0, "entries": [
 *       { "kind": "began", "lane": { "place": "transaction" }, "label": "REQUIRED" },
 *       { "kind": "registered", "lane": { "place": "aggregate", "name": "User mina" }, "label": "PasswordChanged",
 *         "transaction": 0, "payload": { "kind": "fields", "type": "…", "entries": [], "more": 0 } },
 *       { "kind": "saved", "lane": { "place": "repository", "name": "users" }, "label": "mina", "transaction": 0 },
 *       { "kind": "row", "lane": { "place": "table", "name": "users" }, "label": "users[mina]", "cause": 2,
 *         "transaction": 0, "staged": true, "payload": { "kind": "leaf", "text": "…" } },
 *       { "kind": "published", "lane": { "place": "publisher" }, "label": "PasswordChanged", "cause": 2, "transaction": 0 },
 *       { "kind": "listener", "lane": { "place": "listener", "name": "PasswordChanged#1" }, "label": "PasswordChanged",
 *         "cause": 4, "transaction": 0 },
 *       { "kind": "threw", "lane": { "place": "listener", "name": "PasswordChanged#1" }, "label": "Error: SMTP down",
 *         "cause": 5, "transaction": 0, "ends": 5 },
 *       { "kind": "rolled-back", "lane": { "place": "transaction" }, "label": "ROLLED_BACK", "transaction": 0, "ends": 0 }
 *     ], "failedAt": 8, "assertedAt": [0, 8] }
 *
 * A recording is shown and never judged, and kept no longer than a tab: another version is not read.
 */
export type Recording = {
  readonly version: typeof recordingVersion;
  readonly entries: readonly Entry[];
  /**
   * How many more there were, for which was no room: behind these, or in scenes that were over. Of such a scene, which is
   * a `call` of the `caller`, only that call is left.
   */
  readonly more: number;
  /** How many entries there were when the test failed; none if it passed. */
  readonly failedAt?: number;
  /** How many entries there were at each assertion of the test, in order: what lies between belongs to one step of it. */
  readonly assertedAt?: readonly number[];
};

/** Of each test by its name; none of a test in which nothing happened that the library knows of. */
export type Recordings = ReadonlyMap<string, Recording>;

export type Entry = {
  readonly kind: EntryKind;
  readonly lane: Lane;
  readonly label: Words;
  /** The entry that led to this one; always an earlier one. */
  readonly cause?: number;
  /** The `began` of the transaction in which it happened. Of a `suspended` and what happens in it: none. */
  readonly transaction?: number;
  /** The entry that this one ends: of `returned`, `threw`, `committed`, `rolled-back`. */
  readonly ends?: number;
  /** Of `cleared`: the registered entries that are pending no longer. */
  readonly clears?: readonly number[];
  readonly payload?: ValueTree;
  /** Of a row: whether it waits for the commit of its transaction. */
  readonly staged?: true;
  /** Of a row: whether it was removed. */
  readonly removed?: true;
  /** Of an appended event: its number in the stream. */
  readonly revision?: number;
};

/** `returned` and `threw` end what takes time: a command, a publication, a listener. */
export type EntryKind = RecordedKind | 'returned' | 'threw';

export type Lane = { readonly place: RecordedPlace; readonly name?: Words };

/** Code, which reads the same in both languages, or words in each. */
export type Words = string | { readonly en: string; readonly ko: string };

export const recordingVersion = 1;

/** What of a recording is kept. `characters` and `nodes` are those of all its payloads together. */
export const recordingLimits = {
  entries: 500,
  characters: 24_000,
  nodes: 3_000,
  /** Of a test that passed: nobody looks for a fault in it. */
  entriesIfPassed: 100,
  nodesIfPassed: 300,
  /** Of a test with scenes, which are folded to make room. */
  entriesWithScenes: 200,
  /** Of all recordings of a run. */
  entriesOfRun: 3_000,
  nodesOfRun: 6_000,
  labelCharacters: 160,
  assertions: 200,
  /** Characters of one recording as it is sent. No honest one has so many. */
  json: 1_000_000,
} as const;

export const payloadBounds: ValueBounds = { depth: 5, items: 20, nodes: 60, characters: 1_200 };

const kinds: Record<EntryKind, true> = {
  command: true,
  call: true,
  registered: true,
  cleared: true,
  loaded: true,
  saved: true,
  deleted: true,
  published: true,
  listener: true,
  began: true,
  suspended: true,
  committed: true,
  'rolled-back': true,
  phase: true,
  row: true,
  read: true,
  appended: true,
  conflict: true,
  repeated: true,
  projected: true,
  message: true,
  scheduled: true,
  task: true,
  crash: true,
  returned: true,
  threw: true,
};

const places: Record<RecordedPlace, true> = {
  caller: true,
  aggregate: true,
  repository: true,
  publisher: true,
  listener: true,
  transaction: true,
  table: true,
  stream: true,
  view: true,
  process: true,
  scheduler: true,
  external: true,
};

/**
 * Reads a recording that came out of the sandbox: bounded, every reference to an earlier entry. None at all if it is of
 * another version or has nothing to show.
 */
export function readRecording(received: unknown): Recording | undefined {
  if (!isRecord(received) || received['version'] !== recordingVersion) return undefined;
  const left = { characters: 2 * recordingLimits.characters, nodes: 2 * recordingLimits.nodes };
  const entries: Entry[] = [];
  for (const entry of list(received['entries'], recordingLimits.entries)) {
    const read = readEntry(entry, entries.length, left);
    // Those behind it would name others than they mean.
    if (!read) break;
    entries.push(read);
  }
  if (entries.length === 0) return undefined;
  const count = (value: unknown) => numberOf(value, entries.length + 1);
  const failedAt = count(received['failedAt']);
  const assertedAt = list(received['assertedAt'], recordingLimits.assertions).flatMap(
    (value) => count(value) ?? [],
  );
  return {
    version: recordingVersion,
    entries,
    more: numberOf(received['more'], Number.MAX_SAFE_INTEGER) ?? 0,
    ...(failedAt === undefined ? {} : { failedAt }),
    ...(assertedAt.length > 0 ? { assertedAt } : {}),
  };
}

function readEntry(
  entry: unknown,
  index: number,
  left: { characters: number; nodes: number },
): Entry | undefined {
  if (!isRecord(entry) || !isRecord(entry['lane'])) return undefined;
  const [kind, place] = [entry['kind'], entry['lane']['place']];
  if (!isKeyOf(kinds, kind) || !isKeyOf(places, place)) return undefined;
  const earlier = (key: 'cause' | 'transaction' | 'ends') => {
    const number = numberOf(entry[key], index);
    return number === undefined ? {} : { [key]: number };
  };
  const name = readWords(entry['lane']['name']);
  const revision = numberOf(entry['revision'], Number.MAX_SAFE_INTEGER);
  const clears = list(entry['clears'], index).flatMap((number) => numberOf(number, index) ?? []);
  return {
    kind,
    lane: { place, ...(name === undefined ? {} : { name }) },
    label: readWords(entry['label']) ?? '',
    ...earlier('cause'),
    ...earlier('transaction'),
    ...earlier('ends'),
    ...(clears.length > 0 ? { clears } : {}),
    ...(entry['payload'] === undefined ? {} : { payload: readPayload(entry['payload'], left) }),
    ...(entry['staged'] === true ? { staged: true } : {}),
    ...(entry['removed'] === true ? { removed: true } : {}),
    ...(revision === undefined ? {} : { revision }),
  };
}

function readPayload(payload: unknown, left: { characters: number; nodes: number }): ValueTree {
  if (left.characters <= 0 || left.nodes <= 0) return { kind: 'leaf', text: '…' };
  const tree = readTree(payload, payloadBounds);
  const size = sizeOf(tree);
  left.characters -= size.characters;
  left.nodes -= size.nodes;
  return tree;
}

/** How much of a recording's room a payload takes. */
export function sizeOf(tree: ValueTree): { readonly nodes: number; readonly characters: number } {
  switch (tree.kind) {
    case 'leaf':
    case 'string':
      return { nodes: 1, characters: tree.text.length };
    case 'items':
      return sum(tree.items.map(sizeOf), tree.type?.length ?? 0);
    case 'fields':
      return sum(
        tree.entries.map(({ value }) => sizeOf(value)),
        tree.entries.reduce((length, { key }) => length + key.length, tree.type?.length ?? 0),
      );
  }
}

const sum = (parts: readonly ReturnType<typeof sizeOf>[], characters: number) => ({
  nodes: parts.reduce((nodes, part) => nodes + part.nodes, 1),
  characters: parts.reduce((length, part) => length + part.characters, characters),
});

/** A whole number from 0 to below the end. */
export const numberOf = (value: unknown, end: number): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < end
    ? (value as number)
    : undefined;

export function readWords(words: unknown): Words | undefined {
  const cut = (text: unknown) => cutText(text, recordingLimits.labelCharacters);
  if (typeof words === 'string') return cut(words);
  return isRecord(words) ? { en: cut(words['en']), ko: cut(words['ko']) } : undefined;
}

const isKeyOf = <Key extends string>(keys: Record<Key, true>, key: unknown): key is Key =>
  typeof key === 'string' && Object.hasOwn(keys, key);
