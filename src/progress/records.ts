/**
 * What the browser remembers of a learner, record by record.
 *
 *     drafts    key "aggregates/change-password"
 *               { v: 2, rev: 7, starter: "1k2fz0…", files: { "./user.ts": "…" },
 *                 beforeReset?: { "./user.ts": "…" }, updatedAt: 1760000000000 }
 *     progress  key "aggregates/change-password"
 *               { v: 2, passedAt?: 1760000300000, hintsAt?: [1760000100000], solutionAt?: 1760000200000 }
 *     answers   key "a3f1…", the hash of a question's content
 *               { v: 1, chosen: [0, 2], right: false, answeredAt: 1760000000000 }
 *
 * A record of an earlier `v` is brought to the newest when it is read; released-records.test.ts holds one of every
 * shape that a site ever wrote. Exercise ids are stable, so records survive a reordering of the course; a record of an
 * exercise that is gone, or of a question that was edited, stays.
 */
export type Draft = {
  readonly v: 2;
  /** How often it was stored. Who stores says which one it knows, so that no tab overwrites another's unseen. */
  readonly rev: number;
  /** The hash of the starting files that it began from (hash-files.ts); unknown in what version 1 stored. */
  readonly starter?: string;
  readonly files: Readonly<Record<string, string>>;
  /** What the files were before the learner exchanged all of them: for the starter, a solution, another tab's. */
  readonly beforeReset?: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
};

/** Of each thing the first time counts, in epoch milliseconds. A record does not mean that the exercise was passed. */
export type Progress = {
  readonly v: 2;
  readonly passedAt?: number;
  /** When each hint was opened, in the order of the hints. */
  readonly hintsAt?: readonly number[];
  /** When the official solution was opened. */
  readonly solutionAt?: number;
};

/** The last answer to a question. */
export type Answer = {
  readonly v: 1;
  /**
   * Places of the chosen answers in the question, from 0, ascending. Of an order: places of all notes as they were shown,
   * in the order in which the learner put them.
   */
  readonly chosen: readonly number[];
  readonly right: boolean;
  /** Epoch milliseconds. */
  readonly answeredAt: number;
};

/** Everything that is remembered of a learner, by key. */
export type Records = {
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly progress: Readonly<Record<string, Progress>>;
  readonly answers: Readonly<Record<string, Answer>>;
};

export type StoreName = keyof Records;
export type RecordOf<Name extends StoreName> = Records[Name][string];

export const storeNames = ['drafts', 'progress', 'answers'] as const satisfies readonly StoreName[];
export const nothing: Records = { drafts: {}, progress: {}, answers: {} };

type Raw = Readonly<Record<string, unknown>>;

/** The first brings a record from `v` 1 to 2, and so on. A step stays as it is once a site has it. */
const migrations: { readonly [Name in StoreName]: readonly ((old: Raw) => Raw)[] } = {
  drafts: [({ files, beforeReset, updatedAt }) => ({ v: 2, rev: 0, files, beforeReset, updatedAt })],
  progress: [(progress) => ({ ...progress, v: 2 })],
  answers: [],
};

/** What each field of a record has to be. A field that is no part of the record's type does not compile. */
type Fields<Of> = { readonly [Field in keyof Required<Of>]: (value: unknown) => boolean };

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTrue = () => true;
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isFiles = (value: unknown) =>
  isRecord(value) &&
  Object.entries(value).every(([path, text]) => path.startsWith('./') && typeof text === 'string');
const isCounts = (value: unknown) => Array.isArray(value) && value.length <= 100 && value.every(isCount);
const isHash = (value: unknown) => typeof value === 'string' && /^[a-z0-9]{1,40}$/.test(value);
const orMissing = (holds: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || holds(value);

/** `v` is looked at before. */
const fieldsOf: { readonly [Name in StoreName]: Fields<RecordOf<Name>> } = {
  drafts: {
    v: isTrue,
    rev: isCount,
    starter: orMissing(isHash),
    files: isFiles,
    beforeReset: orMissing(isFiles),
    updatedAt: isCount,
  },
  progress: {
    v: isTrue,
    passedAt: orMissing(isCount),
    hintsAt: orMissing(isCounts),
    solutionAt: orMissing(isCount),
  },
  answers: { v: isTrue, chosen: isCounts, right: (value) => typeof value === 'boolean', answeredAt: isCount },
};

export type ReadRecord<Of> =
  | { readonly kind: 'read'; readonly record: Of }
  /** Written by a newer version of this site: nothing to be touched here. */
  | { readonly kind: 'newer' }
  /** `field` is the first that is not as it should be; empty for what is no record at all. */
  | { readonly kind: 'broken'; readonly field: string };

/** Reads a record from anywhere, whatever version of this site wrote it. Fields that are unknown are left out. */
export function readRecord<Name extends StoreName>(store: Name, raw: unknown): ReadRecord<RecordOf<Name>> {
  if (!isRecord(raw)) return { kind: 'broken', field: '' };
  const steps = migrations[store];
  const { v } = raw;
  if (!isCount(v) || v === 0) return { kind: 'broken', field: 'v' };
  if ((v as number) > steps.length + 1) return { kind: 'newer' };
  const newest = steps.slice((v as number) - 1).reduce<Raw>((old, migrate) => migrate(old), raw);
  const fields: Readonly<Record<string, (value: unknown) => boolean>> = fieldsOf[store];
  const names = Object.keys(fields);
  const broken = names.find((name) => !fields[name]!(newest[name]));
  if (broken !== undefined) return { kind: 'broken', field: broken };
  const known = names.flatMap((name) => (newest[name] === undefined ? [] : [[name, newest[name]]]));
  return { kind: 'read', record: Object.fromEntries(known) as RecordOf<Name> };
}

/** Whether two records say the same, in whatever order their fields stand. */
export function sameRecord(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  const field = (record: object, name: string) => (record as Raw)[name];
  return [...fields].every((name) => sameRecord(field(one, name), field(other, name)));
}
