import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../course/exercises.ts';
import type { Versions } from '../workbench/rejection.ts';
import { libraryHash, librarySources } from './library-sources.ts';

/** What a learner's report about an exercise says of the versions that judged it. */
export function versionsOf(root: string, { id, settings, sources }: Exercise): Versions {
  return {
    exercise: hashOf([id, settings, sources]),
    library: libraryHash(librarySources(root)).slice(0, 16),
    ...siteOf(root),
  };
}

let site: Pick<Versions, 'site' | 'commit'> | undefined;

function siteOf(root: string): Pick<Versions, 'site' | 'commit'> {
  if (site) return site;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const commit = commitOf(root);
  site = { site: version, ...(commit === undefined ? {} : { commit }) };
  return site;
}

function commitOf(root: string): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
