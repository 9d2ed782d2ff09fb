import type { Happening } from '../../exercises/library/recording.ts';
import { entriesOf, type Draft, type Scope } from './draft-entries.ts';
import { isObject, printError } from './name-happening.ts';
import { recordingLimits, recordingVersion, type EntryKind, type Recording } from './recording.ts';
import {
  asserted,
  begins,
  Described,
  ends,
  failed,
  isScene,
  Skipped,
  Thrown,
  type TestLog,
  type Told,
} from './run-log.ts';

/** What there is room for: so many entries, and so many nodes of all their payloads together. */
export type RecordingRoom = { readonly entries: number; readonly nodes: number };

/**
 * Makes a recording of what was told in a test; none if nothing was. Run when nobody waits any more: it names what is
 * the learner's, which may take any time. Tells how many nodes were used.
 */
export function recordTest(
  log: TestLog,
  room: RecordingRoom,
): { readonly recording: Recording; readonly nodes: number } | undefined {
  const { drafts, more, failedAt, assertedAt } = draftsOf(log.told, room.entries);
  if (drafts.length === 0) return undefined;
  const left = { nodes: room.nodes, characters: recordingLimits.characters as number };
  const entries = entriesOf(drafts, left);
  const upTo = (count: number) => drafts.filter((draft) => draft.told < count).length;
  return {
    recording: {
      version: recordingVersion,
      entries,
      more: more + log.more,
      ...(failedAt === undefined ? {} : { failedAt: upTo(failedAt) }),
      ...(assertedAt.length === 0 ? {} : { assertedAt: assertedAt.map(upTo) }),
    },
    nodes: room.nodes - Math.max(0, left.nodes),
  };
}

/** What has begun and is not over. */
type Entered = {
  readonly happening: Happening;
  readonly draft: Draft | undefined;
  readonly around: Scope;
};

/** The entries that are kept, at most so many. */
function draftsOf(told: readonly Told[], most: number) {
  const drafts: Draft[] = [];
  const known = new WeakMap<object, Draft>();
  const pending = new WeakMap<object, Draft[]>();
  /** Scenes that are over and kept whole, in the order of their ends: their first entry and their last. */
  const scenes: { readonly first: Draft; readonly last: Draft }[] = [];
  const assertedAt: number[] = [];
  let scope: Scope = { cause: undefined, transaction: undefined };
  let more = 0;
  let failedAt: number | undefined;
  /** How many there were, those included that were folded away since. */
  let count = 0;

  const add = (
    happening: Happening,
    payload?: Draft['payload'],
    ended?: { readonly kind: EntryKind; readonly ends: Draft; readonly label?: string },
  ): Draft | undefined => {
    if (drafts.length >= recordingLimits.entries && !foldScene()) {
      more += 1;
      return undefined;
    }
    const { kind, place, name, label, as, cause, staged, removed, revision } = happening;
    const draft: Draft = {
      kind: ended?.kind ?? kind,
      place,
      name,
      label: ended?.label ?? label,
      told: count,
      cause: (isKey(cause) ? known.get(cause) : undefined) ?? scope.cause,
      transaction: scope.transaction,
      ends: ended?.ends,
      staged: staged === true && !ended,
      removed: removed === true && !ended,
      revision: typeof revision === 'number' && !ended ? revision : undefined,
      ...(payload ? { payload } : {}),
    };
    if (!ended) addParts(draft, happening);
    drafts.push(draft);
    count += 1;
    if (isKey(as)) known.set(as, draft);
    return draft;
  };

  /** What only some kinds have. */
  const addParts = (draft: Draft, { kind, name }: Happening): void => {
    if (kind === 'registered' && isObject(name)) pending.set(name, [...(pending.get(name) ?? []), draft]);
    if (kind === 'cleared' && isObject(name)) {
      draft.clears = pending.get(name) ?? [];
      pending.delete(name);
    }
    if (kind === 'committed' || kind === 'rolled-back') draft.ends = scope.transaction;
  };

  /** Makes room: of the scene before the last only its first entry stays, so that the first ones and the last are whole. */
  const foldScene = (): boolean => {
    const [scene] = scenes.splice(Math.max(0, scenes.length - 2), 1);
    if (!scene) return false;
    const inside = drafts.indexOf(scene.first) + 1;
    more += drafts.splice(inside, drafts.indexOf(scene.last) + 1 - inside).length;
    return true;
  };

  const leave = ({ happening, draft, around }: Entered): void => {
    scope = around;
    const isAlone = draft === drafts.at(-1);
    if (!draft || isAlone || happening.kind === 'began') return;
    const last = add(happening, undefined, { kind: 'returned', ends: draft });
    if (last && isScene(draft)) scenes.push({ first: draft, last });
    while (scenes.length > 1 && drafts.length > recordingLimits.entriesWithScenes) foldScene();
  };

  const leaveThrowing = ({ happening, draft, around }: Entered, error: unknown): void => {
    scope = around;
    const label = printError(error);
    // The test itself says there that it failed.
    const isVerdict = isScene(happening) && label.startsWith('AssertionError');
    if (draft && !isVerdict) add(happening, undefined, { kind: 'threw', ends: draft, label });
  };

  const open: Entered[] = [];
  let isBeginning = false;
  const take = (happening: Happening, payload: Draft['payload']) => {
    const around = scope;
    const draft = add(happening, payload);
    if (!isBeginning) return;
    isBeginning = false;
    if (draft) scope = scopeInside(draft, around);
    open.push({ happening, draft, around });
  };

  const assert = (times: number) => {
    const all = Math.min(assertedAt.length + times, recordingLimits.assertions);
    while (assertedAt.length < all) assertedAt.push(count);
  };

  for (const each of told) {
    if (each === begins) isBeginning = true;
    else if (each === ends) leave(open.pop()!);
    else if (each === failed) failedAt ??= count;
    else if (each === asserted) assert(1);
    else if (each instanceof Thrown) leaveThrowing(open.pop()!, each.error);
    else if (each instanceof Skipped) {
      more += each.happenings;
      assert(each.assertions);
    } else if (each instanceof Described) take(each.happening, { tree: each.payload });
    else take(each, isObject(each.payload) ? { settled: each.payload } : undefined);
  }
  while (drafts.length > most && foldScene());
  const kept = drafts.slice(0, most);
  return { drafts: kept, more: more + drafts.length - kept.length, failedAt, assertedAt };
}

function scopeInside(draft: Draft, around: Scope): Scope {
  switch (draft.kind) {
    case 'began':
      return { ...around, transaction: draft };
    case 'suspended':
      return { cause: draft, transaction: undefined };
    default:
      return { ...around, cause: draft };
  }
}

const isKey = (value: unknown): value is object => isObject(value) || typeof value === 'function';
