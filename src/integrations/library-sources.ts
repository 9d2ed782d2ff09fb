import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from '../compiler/build-options.ts';
import { oncePerBuild } from '../course/once-per-build.ts';

/** The files of the course library by module path (`past-tense/index.ts`), without their tests. */
export const librarySources = oncePerBuild((root: string): Sources => {
  const folder = join(root, 'exercises/library');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .toSorted();
  return Object.fromEntries(
    names.map((name) => [`past-tense/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
});

/** Tells one library from another. Every key of every exercise needs it, and the files are a quarter of a megabyte. */
export function libraryHash(library: Sources): string {
  const known = hashes.get(library) ?? createHash('sha256').update(JSON.stringify(library)).digest('hex');
  hashes.set(library, known);
  return known;
}

const hashes = new WeakMap<Sources, string>();
