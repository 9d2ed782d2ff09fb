import { align } from '../sandbox/align.ts';
import type { Entry, Recording, Words } from '../sandbox/recording.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';
import { entryTree, type Branch } from './entry-tree.ts';
import { comparable, payloadDifference } from './payload-difference.ts';
import { textOf } from './shown-entries.ts';

/** `ours` and `yours` are places in the two recordings, of which at least one is there. */
export type Row = {
  readonly ours?: number;
  readonly yours?: number;
  /** How many entries led to it, one by the other. */
  readonly depth: number;
  /** Of a pair: who it was or what it is called is not the same, or what it holds. */
  readonly differs?: 'name' | 'payload';
  /** How many assertions the test had made before. */
  readonly step: number;
};

/**
 * Two recordings of one test, row by row; from one row to the next time passes on both sides. Entries are a pair by kind,
 * place and label, between the same assertions of the test, if what led to them is a pair.
 */
export function alignEntries(ours: Recording, yours: Recording | undefined): readonly Row[] {
  return [...rowsOf(entryTree(ours), yours ? entryTree(yours) : [], 0)];
}

function* rowsOf(ours: readonly Branch[], yours: readonly Branch[], depth: number): Generator<Row> {
  const steps = new Set([...ours, ...yours].map(({ step }) => step));
  for (const step of [...steps].toSorted((a, b) => a - b)) {
    const inStep = (branches: readonly Branch[]) => branches.filter((branch) => branch.step === step);
    yield* rowsOfStep(inStep(ours), inStep(yours), depth);
  }
}

function* rowsOfStep(ours: readonly Branch[], yours: readonly Branch[], depth: number): Generator<Row> {
  for (const aligned of align(ours.map(compared), yours.map(compared), likeness)) {
    switch (aligned.kind) {
      case 'missing':
        yield* rowsOfOne('ours', aligned.expected.branch, depth);
        break;
      case 'extra':
        yield* rowsOfOne('yours', aligned.actual.branch, depth);
        break;
      case 'pair': {
        const { expected, actual } = aligned;
        const differs = differenceOf(expected, actual);
        const places = { ours: expected.branch.place, yours: actual.branch.place };
        yield { ...places, depth, step: expected.branch.step, ...(differs ? { differs } : {}) };
        yield* rowsOf(expected.branch.branches, actual.branch.branches, depth + 1);
      }
    }
  }
}

function* rowsOfOne(side: 'ours' | 'yours', branch: Branch, depth: number): Generator<Row> {
  yield { [side]: branch.place, depth, step: branch.step };
  for (const under of branch.branches) yield* rowsOfOne(side, under, depth + 1);
}

type Compared = {
  readonly branch: Branch;
  readonly payload: ValueTree | undefined;
  readonly printed: string;
  /** What came of it, in brief. */
  readonly under: string;
};

function compared(branch: Branch): Compared {
  const payload = comparable(branch.entry.payload);
  return {
    branch,
    payload,
    printed: JSON.stringify(payload) ?? '',
    under: branch.branches.map(inBrief).join(),
  };
}

const inBrief = ({ entry, branches }: Branch): string =>
  `${entry.kind} ${entry.kind === 'threw' ? '' : code(entry.label)}(${branches.map(inBrief).join()})`;

/** As `align` takes it: a pair needs no more than to tell the same; but one that is more alike goes before. */
function likeness(ours: Compared, yours: Compared): number {
  if (!tellTheSame(ours.branch.entry, yours.branch.entry)) return 0;
  const differing = [
    !haveSameName(ours.branch.entry, yours.branch.entry) && 0.25,
    ours.printed !== yours.printed && 0.15,
    ours.under !== yours.under && 0.05,
  ];
  return differing.reduce<number>((left, less) => left - (less || 0), 1);
}

function differenceOf(ours: Compared, yours: Compared): 'name' | 'payload' | undefined {
  if (!haveSameName(ours.branch.entry, yours.branch.entry)) return 'name';
  return payloadDifference(ours.payload, yours.payload) ? 'payload' : undefined;
}

/** By kind, place and label; an error is an error, whatever it says, and a tray is cleared, by whichever method. */
export const tellTheSame = (one: Entry, other: Entry): boolean =>
  one.kind === other.kind &&
  one.lane.place === other.lane.place &&
  (one.kind === 'threw' || one.kind === 'cleared' || code(one.label) === code(other.label));

/** Errors may have words of their own. */
const haveSameName = (one: Entry, other: Entry): boolean =>
  laneName(one) === laneName(other) && (one.kind !== 'threw' || errorName(one) === errorName(other));

/** Of an aggregate its id, without its class; of a listener that got no name, without the number it is called by. */
function laneName({ lane }: Entry): string {
  const name = code(lane.name);
  return lane.place === 'aggregate' ? name.replace(/^\S*\s?/, '') : name.replace(/#\d+$/, '');
}

const errorName = ({ label }: Entry): string => code(label).split(':')[0]!;

const code = (words: Words | undefined): string => (words === undefined ? '' : textOf(words));
