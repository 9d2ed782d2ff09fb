import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import instrumenter from '@stryker-mutator/instrumenter/package.json' with { type: 'json' };
import { z } from 'astro/zod';
import type { Sources } from '../compiler/build-options.ts';
import { AuthorError } from '../course/author-error.ts';
import type { Exercise } from '../course/exercises.ts';
import type { MutantCheck } from './check-mutants.ts';

/**
 * exercises/mutants.json, which is committed so that only exercises that changed are run again:
 *
 *     { "exercises": {
 *       "cart/late-item": { "hash": "5f3c…", "mutants": 22, "killed": 21, "equivalent": 1, "survivors": [] }
 *     } }
 */
export type MutationRecord = z.output<typeof recordSchema>;

export const recordFile = 'exercises/mutants.json';

const survivorSchema = z.strictObject({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  mutator: z.string(),
  original: z.string(),
  replacement: z.string(),
});

const recordSchema = z.strictObject({
  exercises: z.record(
    z.string(),
    z.strictObject({
      hash: z.string(),
      mutants: z.int(),
      killed: z.int(),
      equivalent: z.int(),
      survivors: z.array(survivorSchema),
    }),
  ),
});

/** Empty when there is no record yet. */
export function readRecord(root: string): MutationRecord {
  const path = join(root, recordFile);
  if (!existsSync(path)) return { exercises: {} };
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new AuthorError(
      recordFile,
      'the file is no record of mutation scores',
      'Delete it; npm run check:mutants writes it anew.',
    );
  }
}

/** Writes the record with the checks added, without exercises that are no longer there, sorted by id. */
export function writeRecord(root: string, record: MutationRecord, ids: readonly string[]): void {
  const kept = Object.entries(record.exercises).filter(([id]) => ids.includes(id));
  const exercises = Object.fromEntries(kept.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(join(root, recordFile), `${JSON.stringify({ exercises }, null, 2)}\n`);
}

/** The check as it stands in the record, if nothing that it depends on has changed since. */
export function recordedCheck(record: MutationRecord, id: string, hash: string): MutantCheck | undefined {
  const entry = record.exercises[id];
  if (entry?.hash !== hash) return undefined;
  const { mutants, killed, equivalent, survivors } = entry;
  return { id, mutants, killed, equivalent, survivors };
}

export function withCheck(
  record: MutationRecord,
  { id, ...check }: MutantCheck,
  hash: string,
): MutationRecord {
  return { exercises: { ...record.exercises, [id]: { hash, ...check, survivors: [...check.survivors] } } };
}

/** Changes with whatever a check of mutants depends on. Text, alternatives and mistakes are not among it. */
export function mutationHash({ files, sources, settings }: Exercise, library: Sources): string {
  const paths = [...files.solution, ...files.given, ...files.tests].toSorted();
  const judged = paths.map((path) => [path, sources[path]]);
  const content = JSON.stringify([tool, judged, settings.equivalent, library]);
  return createHash('sha256').update(content).digest('hex');
}

/** The first number goes up with a change here that changes scores. */
const tool = `1 ${instrumenter.version}`;
