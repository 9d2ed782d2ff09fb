import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from '../compiler/build-options.ts';
import type { Exercise } from '../course/exercises.ts';
import type { ShippedExercise } from './judge-exercise.ts';
import { libraryHash } from './library-sources.ts';

/** Nothing is lost with this folder but the time to judge the exercises again. One file per exercise. */
const cacheFolder = 'node_modules/.cache/past-tense/exercises';

/** What compiles, runs and judges: a change there may change what is shipped of every exercise. */
const toolFolders = ['compiler', 'course', 'editor', 'integrations', 'sandbox', 'workbench'];

type Kept = { readonly key: string; readonly shipped: ShippedExercise };

/**
 * What is shipped of an exercise as an earlier build made it, if since then neither the exercise, the course library nor
 * the tools have changed; else what `make` makes. What `make` rejects is not kept.
 */
export async function keptExercise(
  root: string,
  exercise: Exercise,
  library: Sources,
  make: (exercise: Exercise) => Promise<ShippedExercise>,
): Promise<ShippedExercise> {
  // Its sources are read again when their memory was needed: what is made must be of those that the key tells of.
  const held = { ...exercise };
  const key = keyOf(root, held, library);
  const file = fileOf(root, exercise);
  const kept = readKept(file);
  if (kept?.key === key) return kept.shipped;
  const shipped = await make(held);
  writeKept(file, { key, shipped });
  return shipped;
}

/** Whether `keptExercise` would take it from an earlier build. */
export const isKept = (root: string, exercise: Exercise, library: Sources): boolean =>
  readKept(fileOf(root, exercise))?.key === keyOf(root, exercise, library);

const keyOf = (root: string, { id, settings, sources }: Exercise, library: Sources): string =>
  hash([toolsHash(root), id, settings, sources, libraryHash(library)]);

const fileOf = (root: string, { id }: Exercise): string =>
  join(root, cacheFolder, `${id.replaceAll('/', '.')}.json`);

function readKept(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: two builds may run beside each other. */
function writeKept(file: string, kept: Kept): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(draft, JSON.stringify(kept));
    renameSync(draft, file);
  } catch {
    // A file system that can only be read costs the next build its time.
  }
}

const toolHashes = new Map<string, string>();

/** Once per process: `astro dev` does not notice a changed tool, a build does. */
function toolsHash(root: string): string {
  const known =
    toolHashes.get(root) ??
    hash(toolFiles(root).map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  toolHashes.set(root, known);
  return known;
}

function toolFiles(root: string): string[] {
  const sources = toolFolders.flatMap((folder) =>
    readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join('src', folder, name)),
  );
  return ['package-lock.json', ...sources.toSorted()];
}

const hash = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');
