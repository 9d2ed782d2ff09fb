import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What builds keep in node_modules. */
const caches = ['.cache', '.astro', '.vite'];

/**
 * Installed packages for another copy of a project, without what builds keep among them. As links where the file system
 * can, for they are many; of whole files, since what is linked by folder would be found outside of the project.
 */
export function copyPackages(from: string, to: string): void {
  mkdirSync(to);
  const packages = readdirSync(from)
    .filter((name) => !caches.includes(name))
    .map((name) => join(from, name));
  if (copy('-al', packages, to) === 0) return;
  const status = copy('-a', packages, to);
  if (status !== 0) throw new Error(`cp ended with ${status}`);
}

const copy = (how: string, packages: readonly string[], to: string) =>
  spawnSync('cp', [how, ...packages, to], { stdio: how === '-a' ? 'inherit' : 'ignore' }).status;
