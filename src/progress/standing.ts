import { exerciseState } from './exercise-state.ts';
import type { Records } from './records.ts';

/** What a learner's export file says of the exercises of a course. */
export type Standing = {
  /** Path of the file, from the folder that was chosen or alone: `mina/past-tense-2026-11-22.json`. */
  readonly file: string;
  /** Whom the file's name tells: `mina`; empty for one that is called as every export is. */
  readonly name: string;
  readonly exportedAt: number;
  /** Passed exercises of each chapter, in the order of the chapters; with those that were passed with help. */
  readonly chapters: readonly number[];
  readonly passed: number;
  /** Of these: after the solution was opened. */
  readonly helped: number;
  /** Begun and not passed. */
  readonly begun: number;
  /** Epoch milliseconds; undefined in a file without records. */
  readonly lastChange: number | undefined;
  /** Exercise and millisecond of each pass and each opened help, which no two learners share. */
  readonly moments: ReadonlySet<string>;
};

type Exported = { readonly file: string; readonly records: Records; readonly exportedAt: number };

/** `chapters` are the ids of their exercises. Times from `now` on say nothing: the reader put it in their places. */
export function standingOf(
  { file, records, exportedAt }: Exported,
  chapters: readonly (readonly string[])[],
  now: number,
): Standing {
  const states = chapters.map((exercises) => exercises.map((id) => exerciseState(records, id).kind));
  const all = states.flat();
  const count = (kind: (typeof all)[number]) => all.filter((each) => each === kind).length;
  const times = timesOf(records);
  return {
    file,
    name: learnerOf(file),
    exportedAt,
    chapters: states.map((kinds) => kinds.filter((kind) => kind === 'passed' || kind === 'helped').length),
    passed: count('passed') + count('helped'),
    helped: count('helped'),
    begun: count('begun'),
    lastChange: times.length > 0 ? times.reduce((latest, time) => Math.max(latest, time)) : undefined,
    moments: momentsOf(records, now),
  };
}

/** `class 3/mina/past-tense-2026-11-22 (1).json` → `class 3/mina`; what says nothing of the learner is left out. */
export function learnerOf(file: string): string {
  const [name = '', ...folders] = file.split('/').toReversed();
  const own = name
    .replace(/\.json$/i, '')
    .replace(/\s*\(\d+\)$/, '')
    .replace(/past-tense-\d{4}-\d\d-\d\d/i, '')
    .replaceAll(/^[\s._-]+|[\s._-]+$/g, '');
  return [...folders.toReversed(), own].filter(Boolean).join('/');
}

function timesOf({ drafts, progress, answers }: Records): number[] {
  return [
    ...Object.values(drafts).map(({ updatedAt }) => updatedAt),
    ...Object.values(progress).flatMap(({ passedAt, solutionAt, hintsAt = [] }) =>
      [passedAt, solutionAt, ...hintsAt].filter((time) => time !== undefined),
    ),
    ...Object.values(answers).map(({ answeredAt }) => answeredAt),
  ];
}

function momentsOf({ progress }: Records, now: number): Set<string> {
  return new Set(
    Object.entries(progress).flatMap(([exercise, { passedAt, solutionAt, hintsAt = [] }]) =>
      [passedAt, solutionAt, ...hintsAt]
        .filter((time) => time !== undefined && time < now)
        .map((time) => `${exercise} ${time}`),
    ),
  );
}
