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
type Scope = Pick<Entry, 'cause' | 'transaction'>;

/**
 * An entry as it was told. Aggregates are named at the end, when they know their ids for sure; a payload that nobody can
 * change is described then, if it still counts.
 */
type Draft = Omit<Entry, 'lane' | 'label' | 'payload'> & {
  readonly place: Lane['place'];
  readonly name: unknown;
  readonly label: unknown;
  readonly payload?: { readonly tree: ValueTree } | { readonly settled: object };
};

function recordTest(mostEntries: number, assertions: () => number): TestRecording {
  const drafts: Draft[] = [];
  // At once described are only payloads that may still change; few pieces have such.
  let unsettled: number = recordingLimits.nodes;
  const known = new WeakMap<object, number>();
  const pending = new WeakMap<object, number[]>();
  let scope: Scope = {};
  let more = 0;
  let failedAt: number | undefined;
  // A proxy of the learner's that is described may call the library; that is no part of the test.
  let isDescribing = false;
  const assertedAt: number[] = [];

  const countAssertions = () => {
    const made = Math.min(assertions(), recordingLimits.assertions);
    while (assertedAt.length < made) assertedAt.push(drafts.length);
  };

  const add = (happening: Happening, ended?: { kind: EntryKind; ends: number; label?: string }) => {
    if (isDescribing) return undefined;
    if (drafts.length >= mostEntries) {
      more += 1;
      return undefined;
    }
    countAssertions();
    const index = drafts.length;
    const { place, name, staged, removed, revision } = happening;
    const cause = placeOf(happening.cause) ?? scope.cause;
    drafts.push({
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
    });
    if (isKey(happening.as)) known.set(happening.as, index);
    return index;
  };

  const placeOf = (told: unknown) => (isKey(told) ? known.get(told) : undefined);

  /** What only some kinds have. */
  const partsOf = ({
    kind,
    name,
    payload,
    settled,
  }: Happening): Pick<Draft, 'payload' | 'ends' | 'clears'> => {
    if (kind === 'registered' && isObject(name)) {
      pending.set(name, [...(pending.get(name) ?? []), drafts.length]);
    }
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

  return {
    note: (happening) => void add(happening),

    during(happening, work) {
      const around = scope;
      const index = add(happening);
      if (index !== undefined) scope = scopeInside(happening, index, around);
      try {
        const result = work();
        scope = around;
        const isAlone = index === drafts.length - 1;
        if (index !== undefined && !isAlone && happening.kind !== 'began') {
          add(happening, { kind: 'returned', ends: index });
        }
        return result;
      } catch (error) {
        scope = around;
        if (index !== undefined) add(happening, { kind: 'threw', ends: index, label: printError(error) });
        throw error;
      }
    },

    failed() {
      failedAt ??= drafts.length;
      countAssertions();
    },

    end(most, nodes) {
      if (drafts.length === 0) return undefined;
      countAssertions();
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
      const entries = drafts.slice(0, most).map(({ place, name, label, payload, ...entry }) => ({
        ...entry,
        lane: laneOf(place, name),
        label: nameOf(label) ?? '?',
        ...(payload ? { payload: describe(payload) } : {}),
      }));
      const upTo = (count: number) => Math.min(count, entries.length);
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

function scopeInside({ kind }: Happening, index: number, around: Scope): Scope {
  switch (kind) {
    case 'began':
      return { ...around, transaction: index };
    case 'suspended':
      return { cause: index };
    default:
      return { ...around, cause: index };
  }
}

const cutOff: ValueTree = { kind: 'leaf', text: '…' };

const isKey = (value: unknown): value is object => isObject(value) || typeof value === 'function';
