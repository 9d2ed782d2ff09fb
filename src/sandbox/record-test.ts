import type { Happening, Recorder } from '../../exercises/library/recording.ts';
import { describeValue } from './describe-value.ts';
import { cutOff, entriesOf, type Draft, type Scope } from './draft-entries.ts';
import { createLateLog } from './late-log.ts';
import { isFrozen, isObject, printError } from './name-happening.ts';
import {
  payloadBounds,
  recordingLimits,
  recordingVersion,
  sizeOf,
  type EntryKind,
  type Lane,
  type Recording,
} from './recording.ts';

/** The recording of one test, in the making. */
export type TestRecording = Recorder & {
  failed(): void;
  /** At most so many entries, and so many nodes of all payloads together; tells how many they had. */
  end(most: number, nodes: number): { readonly recording: Recording; readonly nodes: number } | undefined;
};

const nothingUnderWay: Scope = { cause: undefined, transaction: undefined };

/** At most so many entries are kept while the test runs; `assertions` tells how many it has made. */
export function recordTest(mostEntries: number, assertions: () => number): TestRecording {
  const drafts: Draft[] = [];
  // At once described are only payloads that may still change; few pieces have such.
  let unsettled: number = recordingLimits.nodes;
  const known = new WeakMap<object, Draft>();
  const pending = new WeakMap<object, Draft[]>();
  /** Scenes that are over and kept whole, in the order of their ends: their first entry and their last. */
  const scenes: { readonly first: Draft; readonly last: Draft }[] = [];
  let scope = nothingUnderWay;
  let more = 0;
  let failedAt: number | undefined;
  // A proxy of the learner's that is described may call the library; that is no part of the test.
  let isDescribing = false;
  const assertedAt: number[] = [];
  /** How many were told, those included that were folded away since. */
  let told = 0;
  /** What happens in a scene that comes late, to be taken down if it fails. */
  let late: ReturnType<typeof createLateLog<Entered>> | undefined;

  const countAssertions = () => {
    const made = Math.min(assertions(), recordingLimits.assertions);
    while (assertedAt.length < made) assertedAt.push(told);
  };

  const add = (happening: Happening, ended?: { kind: EntryKind; ends: Draft; label?: string }) => {
    if (isDescribing) return undefined;
    if (drafts.length >= mostEntries && !foldScene()) {
      more += 1;
      return undefined;
    }
    countAssertions();
    const { kind, place, name, label, as, cause, staged, removed, revision } = happening;
    const draft: Draft = {
      kind: ended?.kind ?? kind,
      place,
      name,
      label: ended?.label ?? label,
      told,
      cause: (cause === undefined ? undefined : knownAs(cause)) ?? scope.cause,
      transaction: scope.transaction,
      ends: ended?.ends,
      staged: staged === true && !ended,
      removed: removed === true && !ended,
      revision: typeof revision === 'number' && !ended ? revision : undefined,
    };
    if (!ended) addParts(draft, happening);
    drafts.push(draft);
    told += 1;
    if (isKey(as)) known.set(as, draft);
    return draft;
  };

  const knownAs = (name: unknown) => (isKey(name) ? known.get(name) : undefined);

  /** What only some kinds have. */
  const addParts = (draft: Draft, { kind, name, payload, settled }: Happening): void => {
    if (kind === 'registered' && isObject(name)) pending.set(name, [...(pending.get(name) ?? []), draft]);
    if (kind === 'cleared' && isObject(name)) {
      draft.clears = pending.get(name) ?? [];
      pending.delete(name);
    } else if (kind === 'committed' || kind === 'rolled-back') {
      draft.ends = scope.transaction;
    } else if (payload !== undefined) draft.payload = payloadOf(payload, settled === true);
  };

  const payloadOf = (payload: unknown, settled: boolean): NonNullable<Draft['payload']> => {
    isDescribing = true;
    const described =
      isObject(payload) && (settled || isFrozen(payload))
        ? { settled: payload }
        : { tree: unsettled > 0 ? describeValue(payload, payloadBounds) : cutOff };
    isDescribing = false;
    if ('tree' in described) unsettled -= sizeOf(described.tree).nodes;
    return described;
  };

  /** Makes room: of the scene before the last only its first entry stays, so that the first ones and the last are whole. */
  const foldScene = (): boolean => {
    const [scene] = scenes.splice(Math.max(0, scenes.length - 2), 1);
    if (!scene) return false;
    const inside = drafts.indexOf(scene.first) + 1;
    more += drafts.splice(inside, drafts.indexOf(scene.last) + 1 - inside).length;
    return true;
  };

  const enter = (happening: Happening): Entered => {
    const around = scope;
    const draft = add(happening);
    if (draft) scope = scopeInside(draft, around);
    return { happening, draft, around };
  };

  const leave = ({ happening, draft, around }: Entered): void => {
    scope = around;
    const isAlone = draft === drafts.at(-1);
    if (!draft || isAlone || happening.kind === 'began') return;
    const last = add(happening, { kind: 'returned', ends: draft });
    if (last && isScene(draft)) scenes.push({ first: draft, last });
    // What is kept of many scenes would only be thrown away later.
    while (scenes.length > 1 && drafts.length > recordingLimits.entriesWithScenes) foldScene();
  };

  const leaveThrowing = ({ happening, draft, around }: Entered, error: unknown): void => {
    scope = around;
    const label = printError(error);
    // The test itself says there that it failed.
    const isVerdict = isScene(happening) && label.startsWith('AssertionError');
    if (draft && !isVerdict) add(happening, { kind: 'threw', ends: draft, label });
  };

  const runLateScene = <T>(work: () => T): T => {
    const log = createLateLog();
    late = log;
    try {
      const result = work();
      more += log.count();
      return result;
    } catch (error) {
      late = undefined;
      log.replay({ add, enter, leave, leaveThrowing });
      throw error;
    } finally {
      late = undefined;
    }
  };

  return {
    note(happening) {
      if (late) late.note(happening);
      else add(happening);
    },

    during(happening, work) {
      if (late) return late.during(happening, work);
      const entered = enter(happening);
      const isLate = isScene(happening) && told > recordingLimits.wholeScenes;
      try {
        const result = isLate ? runLateScene(work) : work();
        leave(entered);
        return result;
      } catch (error) {
        leaveThrowing(entered, error);
        throw error;
      }
    },

    failed() {
      failedAt ??= told;
      countAssertions();
    },

    end(most, nodes) {
      if (drafts.length === 0) return undefined;
      countAssertions();
      while (drafts.length > most && foldScene());
      const kept = drafts.slice(0, most);
      const room = { nodes, characters: recordingLimits.characters as number };
      const entries = entriesOf(kept, room);
      const upTo = (count: number) => kept.filter((draft) => draft.told < count).length;
      const failure = failedAt === undefined ? {} : { failedAt: upTo(failedAt) };
      const asserted = assertedAt.length === 0 ? {} : { assertedAt: assertedAt.map(upTo) };
      return {
        recording: {
          version: recordingVersion,
          entries,
          more: more + drafts.length - entries.length,
          ...failure,
          ...asserted,
        },
        nodes: nodes - Math.max(0, room.nodes),
      };
    },
  };
}

/** What has begun and is not over. */
type Entered = {
  readonly happening: Happening;
  readonly draft: Draft | undefined;
  readonly around: Scope;
};

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
const isScene = ({ kind, place }: { readonly kind: EntryKind; readonly place: Lane['place'] }): boolean =>
  kind === 'call' && place === 'caller';

const isKey = (value: unknown): value is object => isObject(value) || typeof value === 'function';
