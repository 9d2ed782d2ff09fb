/**
 * npm run complete:lockfile
 *
 * npm leaves out of package-lock.json the optional packages of other platforms that the registry at hand does not
 * serve, and then `npm ci` refuses the file. This adds them: version from the package that wants them, platform from
 * their name. Their integrity stays open until npm writes it on such a platform.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Entry = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
const added: string[] = [];

for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const target = platformOf(name);
    if (!target || findable(place, name, version)) continue;
    const at =
      `node_modules/${name}` in lock.packages ? `${place}/node_modules/${name}` : `node_modules/${name}`;
    lock.packages[at] = { version, ...target, dev: true, optional: true };
    added.push(`${name}@${version}`);
  }
}

const sorted = Object.entries(lock.packages).toSorted(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(added.length === 0 ? `${file} is complete` : `added ${added.join(', ')}`);

/** Whether npm would find this version when the package at `place` asks for it. */
function findable(place: string, name: string, version: string): boolean {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = lock.packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (found) return found.version === version;
    if (folder === '') return false;
  }
}

/** `@oxlint/binding-win32-x64-msvc` → win32, x64; undefined for a package of no platform. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | undefined {
  const [, os, cpu] =
    /(android|darwin|freebsd|linux|openharmony|win32|windows|wasm32)-(\w+)/.exec(name.split('/').pop()!) ??
    [];
  if (!os || !cpu) return undefined;
  if (os === 'wasm32') return { os: ['none'], cpu: ['wasm32'] };
  const libc = name.endsWith('-musl') ? ['musl'] : name.endsWith('-gnu') ? ['glibc'] : undefined;
  return { os: [os === 'windows' ? 'win32' : os], cpu: [cpu], ...(libc ? { libc } : {}) };
}
