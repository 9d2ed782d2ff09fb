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
type Scope = { readonly cause?: Draft; readonly transaction?: Draft };

/**
 * An entry as it was told. Aggregates are named at the end, when they know their ids for sure; a payload that nobody can
 * change is described then, if it still counts. What it refers to may have been folded away by then.
 */
type Draft = Omit<Entry, 'lane' | 'label' | 'payload' | 'cause' | 'transaction' | 'ends' | 'clears'> &
  Scope & {
    readonly place: Lane['place'];
    readonly name: unknown;
    readonly label: unknown;
    readonly payload?: { readonly tree: ValueTree } | { readonly settled: object };
    readonly ends?: Draft;
    readonly clears?: readonly Draft[];
  };

function recordTest(mostEntries: number, assertions: () => number): TestRecording {
  const drafts: Draft[] = [];
  // At once described are only payloads that may still change; few pieces have such.
  let unsettled: number = recordingLimits.nodes;
  const known = new WeakMap<object, Draft>();
  const pending = new WeakMap<object, Draft[]>();
  /** Scenes that are over, the one that ended first at the front: their first entry and their last. */
  const scenes: { readonly first: Draft; readonly last: Draft }[] = [];
  let scope: Scope = {};
  let more = 0;
  let failedAt: number | undefined;
  // A proxy of the learner's that is described may call the library; that is no part of the test.
  let isDescribing = false;
  const assertedAt: number[] = [];
  /** How many were told, those included that were folded away since. */
  let told = 0;
  const toldBefore = new WeakMap<Draft, number>();

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
    const { place, name, staged, removed, revision } = happening;
    const cause = knownAs(happening.cause) ?? scope.cause;
    const draft: Draft = {
      kind: ended?.kind ?? happening.kind,
      place,
      name,
      label: ended?.label ?? happening.label,
      ...(cause === undefined ? {} : { cause }),
      ...(scope.transaction === undefined ? {} : { transaction: scope.transaction }),
      ...(ended ? { ends: ended.ends } : partsOf(happening)),
      ...(staged === true && !ended ? { staged } : {}),
      ...(removed === true && !ended ? { removed } : {}),
      ...(typeof revision === 'number' && !ended ? { revision } : {}),
    };
    drafts.push(draft);
    toldBefore.set(draft, told);
    told += 1;
    if (draft.kind === 'registered' && isObject(name)) {
      pending.set(name, [...(pending.get(name) ?? []), draft]);
    }
    if (isKey(happening.as)) known.set(happening.as, draft);
    return draft;
  };

  const knownAs = (name: unknown) => (isKey(name) ? known.get(name) : undefined);

  /** What only some kinds have. */
  const partsOf = ({
    kind,
    name,
    payload,
    settled,
  }: Happening): Pick<Draft, 'payload' | 'ends' | 'clears'> => {
    if (kind === 'cleared' && isObject(name)) {
      const clears = pending.get(name) ?? [];
      pending.delete(name);
      return { clears };
    }
    if (kind === 'committed' || kind === 'rolled-back') {
      return scope.transaction === undefined ? {} : { ends: scope.transaction };
    }
    if (payload === undefined) return {};
    isDescribing = true;
    const described =
      isObject(payload) && (settled === true || isFrozen(payload))
        ? { settled: payload }
        : { tree: unsettled > 0 ? describeValue(payload, payloadBounds) : cutOff };
    isDescribing = false;
    if ('tree' in described) unsettled -= sizeOf(described.tree).nodes;
    return { payload: described };
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
      const indexOf = (key: 'cause' | 'transaction' | 'ends', draft: Draft | undefined) => {
        const index = draft && indexes.get(draft);
        return index === undefined ? {} : { [key]: index };
      };
      const entries = kept.map(
        ({ place, name, label, payload, cause, transaction, ends, clears, ...entry }) => ({
          ...entry,
          ...indexOf('cause', cause),
          ...indexOf('transaction', transaction),
          ...indexOf('ends', ends),
          ...(clears ? { clears: clears.flatMap((draft) => indexes.get(draft) ?? []) } : {}),
          lane: laneOf(place, name),
          label: nameOf(label) ?? '?',
          ...(payload ? { payload: describe(payload) } : {}),
        }),
      );
      const upTo = (count: number) => kept.filter((draft) => toldBefore.get(draft)! < count).length;
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
      return { cause: draft };
    default:
      return { ...around, cause: draft };
  }
}

/** A part of a test that stands for itself: `scene` of 'past-tense/testing'. */
const isScene = ({ kind, place }: { readonly kind: EntryKind; readonly place: Lane['place'] }): boolean =>
  kind === 'call' && place === 'caller';

const cutOff: ValueTree = { kind: 'leaf', text: '…' };

const isKey = (value: unknown): value is object => isObject(value) || typeof value === 'function';
