import type { Happening, Recorder } from '../../exercises/library/recording.ts';
import { describeValue } from './describe-value.ts';
import { isFrozen, isObject, laneOf, nameOf, printError } from './name-happening.ts';
import {
  payloadBounds,
  recordingLimits,
  recordingVersion,
  sizeOf,
  type Entry,
  type EntryKind,
  type Lane,
  type Recording,
} from './recording.ts';
import type { ValueTree } from './value-tree.ts';

/** Listens to the library, one test after the other, and makes a bounded recording of each. */
export type RunRecorder = {
  readonly listener: Recorder;
  /** A test begins; what it tells makes a recording of its own. */
  begin(): void;
  /** The test that runs has just failed. */
  failed(): void;
  /** The test is over. None if nothing happened in it that the library knows of. */
  end(passed: boolean): Recording | undefined;
};

/** `assertions` tells how many the test has made. */
export function createRecorder(assertions: () => number): RunRecorder {
  let leftOfRun: number = recordingLimits.entriesOfRun;
  let nodesOfRun: number = recordingLimits.nodesOfRun;
  let current: TestRecording | undefined;
  return {
    listener: {
      note(happening) {
        current?.note(happening);
      },
      during: (happening, work) => (current ? current.during(happening, work) : work()),
    },
    begin() {
      current = recordTest(Math.min(leftOfRun, recordingLimits.entries), assertions);
    },
    failed: () => current?.failed(),
    end(passed) {
      const { entries, entriesIfPassed, nodes, nodesIfPassed } = recordingLimits;
      const ending = current;
      current = undefined;
      const ended = ending?.end(
        passed ? entriesIfPassed : entries,
        Math.min(nodesOfRun, passed ? nodesIfPassed : nodes),
      );
      if (!ended) return undefined;
      leftOfRun -= ended.recording.entries.length;
      nodesOfRun -= ended.nodes;
      return ended.recording;
    },
  };
}

type TestRecording = Recorder & {
  failed(): void;
  /** At most so many entries, and so many nodes of all payloads together; tells how many they had. */
  end(most: number, nodes: number): { readonly recording: Recording; readonly nodes: number } | undefined;
};

/** What is under way: the entry that led to it, and the transaction around it. */
type Scope = { readonly cause: Draft | undefined; readonly transaction: Draft | undefined };

const nothingUnderWay: Scope = { cause: undefined, transaction: undefined };

/**
 * An entry as it was told. Aggregates are named at the end, when they know their ids for sure; a payload that nobody can
 * change is described then, if it still counts. What it refers to may have been folded away by then.
 */
type Draft = Scope & {
  readonly kind: EntryKind;
  readonly place: Lane['place'];
  readonly name: unknown;
  readonly label: unknown;
  /** How many were told before, those included that were folded away since. */
  readonly told: number;
  payload?: { readonly tree: ValueTree } | { readonly settled: object };
  ends?: Draft | undefined;
  clears?: readonly Draft[];
  readonly staged: boolean;
  readonly removed: boolean;
  readonly revision: number | undefined;
};

function recordTest(mostEntries: number, assertions: () => number): TestRecording {
  const drafts: Draft[] = [];
  // At once described are only payloads that may still change; few pieces have such.
  let unsettled: number = recordingLimits.nodes;
  const known = new WeakMap<object, Draft>();
  const pending = new WeakMap<object, Draft[]>();
  /** Scenes that are over, the one that ended first at the front: their first entry and their last. */
  const scenes: { readonly first: Draft; readonly last: Draft }[] = [];
  let scope = nothingUnderWay;
  let more = 0;
  let failedAt: number | undefined;
  // A proxy of the learner's that is described may call the library; that is no part of the test.
  let isDescribing = false;
  const assertedAt: number[] = [];
  /** How many were told, those included that were folded away since. */
  let told = 0;

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

  /** Makes room: of the scene that ended first only its first entry stays. */
  const foldScene = (): boolean => {
    const scene = scenes.shift();
    if (!scene) return false;
    const inside = drafts.indexOf(scene.first) + 1;
    more += drafts.splice(inside, drafts.indexOf(scene.last) + 1 - inside).length;
    return true;
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
        const isAlone = draft === drafts.at(-1);
        if (draft && !isAlone && happening.kind !== 'began') {
          const last = add(happening, { kind: 'returned', ends: draft });
          if (last && isScene(draft)) scenes.push({ first: draft, last });
        }
        return result;
      } catch (error) {
        scope = around;
        const label = printError(error);
        // The test itself says there that it failed.
        const isVerdict = isScene(happening) && label.startsWith('AssertionError');
        if (draft && !isVerdict) add(happening, { kind: 'threw', ends: draft, label });
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
      const left = { nodes, characters: recordingLimits.characters as number };
      const trees = new Map<object, ValueTree>();
      const describeOnce = (settled: object): ValueTree => {
        const tree = trees.get(settled) ?? describeValue(settled, payloadBounds);
        trees.set(settled, tree);
        return tree;
      };
      const describe = (payload: NonNullable<Draft['payload']>): ValueTree => {
        if (left.nodes <= 0 || left.characters <= 0) return cutOff;
        const tree = 'tree' in payload ? payload.tree : describeOnce(payload.settled);
        const size = sizeOf(tree);
        left.nodes -= size.nodes;
        left.characters -= size.characters;
        return tree;
      };
      const kept = drafts.slice(0, most);
      const indexes = new Map(kept.map((draft, index) => [draft, index]));
      const indexOf = (draft: Draft | undefined) => draft && indexes.get(draft);
      const entries = kept.map((draft): Entry => {
        const { kind, place, name, label, payload, clears, staged, removed, revision } = draft;
        const [cause, transaction] = [indexOf(draft.cause), indexOf(draft.transaction)];
        const ends = indexOf(draft.ends);
        return {
          kind,
          lane: laneOf(place, name),
          label: nameOf(label) ?? '?',
          ...(cause === undefined ? {} : { cause }),
          ...(transaction === undefined ? {} : { transaction }),
          ...(ends === undefined ? {} : { ends }),
          ...(clears ? { clears: clears.flatMap((cleared) => indexes.get(cleared) ?? []) } : {}),
          ...(payload ? { payload: describe(payload) } : {}),
          ...(staged ? { staged } : {}),
          ...(removed ? { removed } : {}),
          ...(revision === undefined ? {} : { revision }),
        };
      });
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
const isScene = ({ kind, place }: { readonly kind: EntryKind; readonly place: Lane['place'] }): boolean =>
  kind === 'call' && place === 'caller';

const cutOff: ValueTree = { kind: 'leaf', text: '…' };

const isKey = (value: unknown): value is object => isObject(value) || typeof value === 'function';
