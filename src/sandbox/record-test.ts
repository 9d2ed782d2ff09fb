import type { Happening, Recorder } from '../../exercises/library/recording.ts';
import { describeValue } from './describe-value.ts';
import { entriesOf, type Draft, type Scope } from './draft-entries.ts';
import { isObject, printError } from './name-happening.ts';
import {
  payloadBounds,
  recordingLimits,
  recordingVersion,
  type EntryKind,
  type Recording,
} from './recording.ts';

/** The recording of one test while it runs. */
export type TestRecording = Recorder & {
  asserted(): void;
  failed(): void;
  /**
   * Names what is the learner's, which may take any time. None if nothing was told. Says how many nodes the payloads have.
   */
  end(room: RecordingRoom): { readonly recording: Recording; readonly nodes: number } | undefined;
};

/** What there is room for: so many entries, and so many nodes of all their payloads together. */
export type RecordingRoom = { readonly entries: number; readonly nodes: number };

export function recordTest(): TestRecording {
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
  // A proxy of the learner's that is described may call the library; that is no part of the test.
  let isDescribing = false;

  const add = (
    happening: Happening,
    ended?: { readonly kind: EntryKind; readonly ends: Draft; readonly label?: string },
  ): Draft | undefined => {
    if (isDescribing) return undefined;
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
    };
    if (!ended) addParts(draft, happening);
    drafts.push(draft);
    count += 1;
    if (isKey(as)) known.set(as, draft);
    return draft;
  };

  /** What only some kinds have. */
  const addParts = (draft: Draft, { kind, name, payload }: Happening): void => {
    if (kind === 'registered' && isObject(name)) pending.set(name, [...(pending.get(name) ?? []), draft]);
    if (kind === 'cleared' && isObject(name)) {
      draft.clears = pending.get(name) ?? [];
      pending.delete(name);
    }
    if (kind === 'committed' || kind === 'rolled-back') draft.ends = scope.transaction;
    if (payload === undefined) return;
    // It may be another one later.
    isDescribing = true;
    draft.payload = describeValue(payload, payloadBounds);
    isDescribing = false;
  };

  /** Makes room: of the scene before the last only its first entry stays, so that the first ones and the last are whole. */
  const foldScene = (): boolean => {
    const [scene] = scenes.splice(Math.max(0, scenes.length - 2), 1);
    if (!scene) return false;
    const inside = drafts.indexOf(scene.first) + 1;
    more += drafts.splice(inside, drafts.indexOf(scene.last) + 1 - inside).length;
    return true;
  };

  const leave = (happening: Happening, draft: Draft | undefined): void => {
    const isAlone = draft === drafts.at(-1);
    if (!draft || isAlone || happening.kind === 'began') return;
    const last = add(happening, { kind: 'returned', ends: draft });
    if (last && isScene(draft)) scenes.push({ first: draft, last });
    while (scenes.length > 1 && drafts.length > recordingLimits.entriesWithScenes) foldScene();
  };

  const leaveThrowing = (happening: Happening, draft: Draft | undefined, error: unknown): void => {
    isDescribing = true;
    const label = printError(error);
    isDescribing = false;
    // The test itself says there that it failed.
    const isVerdict = isScene(happening) && label.startsWith('AssertionError');
    if (draft && !isVerdict) add(happening, { kind: 'threw', ends: draft, label });
  };

  return {
    note: (happening) => void add(happening),

    during(happening, work) {
      const around = scope;
      const draft = add(happening);
      if (draft) scope = scopeInside(draft, around);
      try {
        const result = work();
        scope = around;
        leave(happening, draft);
        return result;
      } catch (error) {
        scope = around;
        leaveThrowing(happening, draft, error);
        throw error;
      }
    },

    asserted() {
      if (assertedAt.length < recordingLimits.assertions) assertedAt.push(count);
    },

    failed() {
      failedAt ??= count;
    },

    end({ entries: most, nodes }) {
      if (drafts.length === 0) return undefined;
      while (drafts.length > most && foldScene());
      const kept = drafts.slice(0, most);
      const left = { nodes, characters: recordingLimits.characters as number };
      const upTo = (told: number) => kept.filter((draft) => draft.told < told).length;
      isDescribing = true;
      const entries = entriesOf(kept, left);
      isDescribing = false;
      return {
        recording: {
          version: recordingVersion,
          entries,
          more: more + drafts.length - kept.length,
          ...(failedAt === undefined ? {} : { failedAt: upTo(failedAt) }),
          ...(assertedAt.length === 0 ? {} : { assertedAt: assertedAt.map(upTo) }),
        },
        nodes: nodes - Math.max(0, left.nodes),
      };
    },
  };
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

/** A part of a test that stands for itself: `scene` of 'past-tense/testing'. */
const isScene = ({ kind, place }: { readonly kind: string; readonly place: string }): boolean =>
  kind === 'call' && place === 'caller';

const isKey = (value: unknown): value is object => isObject(value) || typeof value === 'function';
