import { laneOf, nameOf } from './name-happening.ts';
import { sizeOf, type Entry, type EntryKind, type Lane } from './recording.ts';
import type { ValueTree } from './value-tree.ts';

/** What is under way: the entry that led to it, and the transaction around it. */
export type Scope = { readonly cause: Draft | undefined; readonly transaction: Draft | undefined };

/**
 * An entry as it was told. Aggregates are named at the end, when they know their ids for sure. What it refers to may have
 * been folded away by then.
 */
export type Draft = Scope & {
  readonly kind: EntryKind;
  readonly place: Lane['place'];
  readonly name: unknown;
  readonly label: unknown;
  /** How many were told before, those included that were folded away since. */
  readonly told: number;
  payload?: ValueTree;
  ends?: Draft | undefined;
  clears?: readonly Draft[];
  readonly staged: boolean;
  readonly removed: boolean;
  readonly revision: number | undefined;
};

/** What of all payloads together may still be kept; it is used up. */
export type Room = { nodes: number; characters: number };

/** The drafts as entries of a recording, payloads as long as there is room. */
export function entriesOf(drafts: readonly Draft[], room: Room): Entry[] {
  const indexes = new Map(drafts.map((draft, index) => [draft, index]));
  const indexOf = (draft: Draft | undefined) => draft && indexes.get(draft);
  return drafts.map((draft): Entry => {
    const { kind, place, name, label, payload, clears, staged, removed, revision } = draft;
    const [cause, transaction, ends] = [
      indexOf(draft.cause),
      indexOf(draft.transaction),
      indexOf(draft.ends),
    ];
    return {
      kind,
      lane: laneOf(place, name),
      label: nameOf(label) ?? '?',
      ...(cause === undefined ? {} : { cause }),
      ...(transaction === undefined ? {} : { transaction }),
      ...(ends === undefined ? {} : { ends }),
      ...(clears ? { clears: clears.flatMap((cleared) => indexes.get(cleared) ?? []) } : {}),
      ...(payload ? { payload: keepIn(room, payload) } : {}),
      ...(staged ? { staged } : {}),
      ...(removed ? { removed } : {}),
      ...(revision === undefined ? {} : { revision }),
    };
  });
}

function keepIn(room: Room, payload: ValueTree): ValueTree {
  if (room.nodes <= 0 || room.characters <= 0) return cutOff;
  const { nodes, characters } = sizeOf(payload);
  room.nodes -= nodes;
  room.characters -= characters;
  return payload;
}

const cutOff: ValueTree = { kind: 'leaf', text: '…' };
