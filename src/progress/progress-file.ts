import { isRecord, readRecord, storeNames, type RecordOf, type Records, type StoreName } from './records.ts';

/**
 * The file that a learner takes to another browser, `past-tense-2026-11-22.json`; a sample is
 * docs/past-tense-2026-11-22.json.
 *
 *     {
 *       "format": "past-tense-progress",   the same in every file; what has another is foreign
 *       "version": 2,                      of this description
 *       "exportedAt": "2026-11-22T09:30:00.000Z",
 *       "drafts": { "aggregates/change-password": … },     records by key, as records.ts describes them
 *       "progress": { "aggregates/change-password": … },
 *       "answers": { "a3f1…": … }
 *     }
 *
 * The version goes up when an older reader would lose something or go wrong; the reader then still takes older ones.
 * In version 1 drafts were of their version 1. Each record is brought to the newest version of its kind, and fields
 * that are unknown are left out. Where the file has another shape than this, it is refused whole.
 */
export type ProgressFile = Records & {
  readonly format: 'past-tense-progress';
  readonly version: 2;
  readonly exportedAt: string;
};

export type Refusal =
  | { readonly kind: 'too-large' | 'too-many' | 'no-json' | 'foreign' | 'too-new' }
  /** `place` leads to what is wrong: `drafts, aggregates/change-password, updatedAt`. */
  | { readonly kind: 'broken'; readonly place: string };

export type ReadFile =
  { readonly kind: 'read'; readonly records: Records; readonly exportedAt: number } | Refusal;

/** All exercises of a long course, drafts included, stay far below it. */
export const mostBytes = 5_000_000;
/** Of all stores together: records of exercises and questions, many times what a long course has. */
export const mostRecords = 5_000;
/** How often a draft can have been stored; from there it is counted on, and has to stay a safe integer. */
const mostRev = 1_000_000_000;

export function writeProgressFile(records: Records, now: Date): string {
  const file: ProgressFile = {
    format: 'past-tense-progress',
    version: 2,
    exportedAt: now.toISOString(),
    ...records,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Reads a file that may come from anywhere. Times that lie after `now` become `now`: a draft from the future would win
 * over whatever the learner writes next. S16 in docs/corpus.md is what may come.
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
  if (version > 2) return { kind: 'too-new' };
  const exported = typeof exportedAt === 'string' ? Date.parse(exportedAt) : Number.NaN;
  if (Number.isNaN(exported)) return { kind: 'broken', place: 'exportedAt' };
  const count = storeNames.reduce((sum, store) => sum + countIn(file[store]), 0);
  if (count > mostRecords) return { kind: 'too-many' };
  try {
    const records = {
      drafts: readStore(file, 'drafts', isExerciseId, now),
      progress: readStore(file, 'progress', isExerciseId, now),
      answers: readStore(file, 'answers', isQuestionKey, now),
    };
    return { kind: 'read', records, exportedAt: Math.min(exported, now) };
  } catch (error) {
    if (error instanceof Broken) return { kind: 'broken', place: error.message };
    throw error;
  }
}

const countIn = (store: unknown): number => (isRecord(store) ? Object.keys(store).length : 0);

/** The message is the place. */
class Broken extends Error {}

const isExerciseId = (key: string) => /^[a-z0-9-]{1,100}\/[a-z0-9-]{1,100}$/.test(key);
const isQuestionKey = (key: string) => /^[a-z0-9]{1,100}$/.test(key);

function readStore<Name extends StoreName>(
  file: Readonly<Record<string, unknown>>,
  store: Name,
  isKey: (key: string) => boolean,
  now: number,
): Records[Name] {
  const all = file[store];
  if (!isRecord(all)) throw new Broken(store);
  const read = Object.entries(all).map(([key, raw]) => {
    if (!isKey(key)) throw new Broken(`${store}, ${key.slice(0, 100)}`);
    const found = readRecord(store, raw);
    if (found.kind === 'read') return [key, bounded(found.record, now)];
    const field = found.kind === 'newer' ? 'v' : found.field;
    throw new Broken([store, key, field].filter(Boolean).join(', '));
  });
  return Object.fromEntries(read) as Records[Name];
}

const bounded = (record: RecordOf<StoreName>, now: number) =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]: [string, unknown]) => {
      if (field === 'rev') return [field, Math.min(value as number, mostRev)];
      return [field, field.endsWith('At') ? untilNow(value, now) : value];
    }),
  );

function untilNow(time: unknown, now: number): unknown {
  if (Array.isArray(time)) return time.map((each) => untilNow(each, now));
  return typeof time === 'number' ? Math.min(time, now) : time;
}
