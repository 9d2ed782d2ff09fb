import type { Answer, Draft, Progress, Records } from './store.ts';

/**
 * The file that a learner takes to another browser, `past-tense-2026-11-22.json`; a sample is
 * docs/past-tense-2026-11-22.json.
 *
 *     {
 *       "format": "past-tense-progress",   the same in every file; what has another is foreign
 *       "version": 1,                      of this description
 *       "exportedAt": "2026-11-22T09:30:00.000Z",
 *       "drafts": { "aggregates/change-password": … },     records by key, as store.ts describes them
 *       "progress": { "aggregates/change-password": … },
 *       "answers": { "a3f1…": … }
 *     }
 *
 * The version goes up when an older reader would lose something or go wrong; the reader then still takes older ones.
 * A record may get further fields within a version: they are optional, `draftFields` and its neighbours say how they
 * are read, and an older reader leaves them out. Where the file has another shape than this, it is refused whole.
 */
export type ProgressFile = Records & {
  readonly format: 'past-tense-progress';
  readonly version: 1;
  readonly exportedAt: string;
};

export type Refusal =
  | { readonly kind: 'too-large' | 'no-json' | 'foreign' | 'too-new' }
  /** `place` leads to what is wrong: `drafts, aggregates/change-password, updatedAt`. */
  | { readonly kind: 'broken'; readonly place: string };

export type ReadFile =
  { readonly kind: 'read'; readonly records: Records; readonly exportedAt: number } | Refusal;

/** All exercises of a long course, drafts included, stay far below it. */
export const mostBytes = 5_000_000;

/** Records that the site could not read itself are left out. */
export function writeProgressFile(records: Records, now: Date): string {
  const readable = <Of>(all: Readonly<Record<string, Of>>, fields: Fields<Of>) =>
    Object.fromEntries(Object.entries(all).filter(([, record]) => faultIn(record, fields) === undefined));
  const file: ProgressFile = {
    format: 'past-tense-progress',
    version: 1,
    exportedAt: now.toISOString(),
    drafts: readable(records.drafts, draftFields),
    progress: readable(records.progress, progressFields),
    answers: readable(records.answers, answerFields),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Reads a file that may come from anywhere. Times that lie after `now` become `now`: a draft from the future would win
 * over whatever the learner writes next.
 */
export function readProgressFile(text: string, now: number): ReadFile {
  if (text.length > mostBytes) return { kind: 'too-large' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { kind: 'no-json' };
  }
  if (!isRecord(file) || file['format'] !== 'past-tense-progress') return { kind: 'foreign' };
  const { version, exportedAt } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { kind: 'broken', place: 'version' };
  if (version > 1) return { kind: 'too-new' };
  const exported = typeof exportedAt === 'string' ? Date.parse(exportedAt) : Number.NaN;
  if (Number.isNaN(exported)) return { kind: 'broken', place: 'exportedAt' };
  try {
    const records = {
      drafts: readStore(file, 'drafts', isExerciseId, draftFields, now),
      progress: readStore(file, 'progress', isExerciseId, progressFields, now),
      answers: readStore(file, 'answers', isQuestionKey, answerFields, now),
    };
    return { kind: 'read', records, exportedAt: Math.min(exported, now) };
  } catch (error) {
    if (error instanceof Broken) return { kind: 'broken', place: error.message };
    throw error;
  }
}

/** The message is the place. */
class Broken extends Error {}

/** What each field of a record has to be. A field that is no part of the record's type does not compile. */
type Fields<Of> = { readonly [Field in keyof Required<Of>]: (value: unknown) => boolean };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOne = (value: unknown) => value === 1;
const isTime = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isFiles = (value: unknown) =>
  isRecord(value) &&
  Object.entries(value).every(([path, text]) => path.startsWith('./') && typeof text === 'string');
const isNumbers = (value: unknown) => Array.isArray(value) && value.length <= 100 && value.every(isTime);
const orMissing = (holds: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || holds(value);

const draftFields: Fields<Draft> = {
  v: isOne,
  files: isFiles,
  beforeReset: orMissing(isFiles),
  updatedAt: isTime,
};
const progressFields: Fields<Progress> = {
  v: (value) => value === 1 || value === 2,
  passedAt: orMissing(isTime),
  hintsAt: orMissing(isNumbers),
  solutionAt: orMissing(isTime),
};
const answerFields: Fields<Answer> = {
  v: isOne,
  chosen: isNumbers,
  right: (value) => typeof value === 'boolean',
  answeredAt: isTime,
};

const isExerciseId = (key: string) => /^[a-z0-9-]{1,100}\/[a-z0-9-]{1,100}$/.test(key);
const isQuestionKey = (key: string) => /^[a-z0-9]{1,100}$/.test(key);

function readStore<Of>(
  file: Readonly<Record<string, unknown>>,
  store: keyof Records,
  isKey: (key: string) => boolean,
  fields: Fields<Of>,
  now: number,
): Record<string, Of> {
  const all = file[store];
  if (!isRecord(all)) throw new Broken(store);
  const read = Object.entries(all).map(([key, record]) => {
    if (!isKey(key)) throw new Broken(`${store}, ${key.slice(0, 100)}`);
    const fault = faultIn(record, fields);
    if (fault !== undefined) throw new Broken([store, key, fault].filter(Boolean).join(', '));
    return [key, knownFields(record as Record<string, unknown>, fields, now)];
  });
  return Object.fromEntries(read) as Record<string, Of>;
}

/** The first field that is not as it should be; empty for what is no record at all. */
function faultIn<Of>(record: unknown, fields: Fields<Of>): string | undefined {
  if (!isRecord(record)) return '';
  return (Object.keys(fields) as (keyof Of & string)[]).find((field) => !fields[field](record[field]));
}

function knownFields<Of>(record: Readonly<Record<string, unknown>>, fields: Fields<Of>, now: number) {
  const known = Object.keys(fields).filter((field) => record[field] !== undefined);
  return Object.fromEntries(
    known.map((field) => {
      const value = record[field];
      return [field, field.endsWith('At') ? untilNow(value, now) : value];
    }),
  );
}

function untilNow(time: unknown, now: number): unknown {
  if (Array.isArray(time)) return time.map((each) => untilNow(each, now));
  return typeof time === 'number' ? Math.min(time, now) : time;
}
