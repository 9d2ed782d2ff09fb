import type { Sources } from '../compiler/build-options.ts';
import type { Verdict } from './verdict.ts';

/** What was judged by which versions. Hashes are of the content. */
export type Versions = {
  /** Of the exercise's settings and of all its files. */
  readonly exercise: string;
  /** Of the course library. */
  readonly library: string;
  readonly site: string;
  /** None where the site was not built from a Git repository. */
  readonly commit?: string;
};

/**
 * The file that a learner saves whose code was rejected though it seems right, and that `npm run check:report` reads:
 *
 *     {
 *       "format": "past-tense-rejection",   the same in every file
 *       "version": 1,                       of this description
 *       "savedAt": "2026-11-22T09:30:00.000Z",
 *       "exercise": "aggregates/change-password",
 *       "versions": { "exercise": "1f0c…", "library": "9a77…", "site": "0.1.0", "commit": "842953d…" },
 *       "locale": "ko",
 *       "browser": "Mozilla/5.0 …",
 *       "files": { "./user.ts": "…" },      as they were judged
 *       "verdict": { "kind": "failed", … }  as verdict.ts describes it
 *     }
 */
export type Rejection = {
  readonly format: 'past-tense-rejection';
  readonly version: 1;
  readonly savedAt: string;
  readonly exercise: string;
  readonly versions: Versions;
  readonly locale: string;
  readonly browser: string;
  readonly files: Sources;
  readonly verdict: Verdict;
};

/** What an author's machine takes from such a file. It is a stranger's, so nothing else of it is used. */
export type ReadRejection = Omit<Rejection, 'format' | 'version' | 'verdict'> & {
  readonly verdict: string;
  /** By name; what a failing test said, else nothing. */
  readonly tests: Readonly<Record<string, { readonly state: string; readonly says: string }>>;
};

/** More than any exercise's files and results take, in characters. */
const mostCharacters = 4_000_000;

/** Reads the file. Throws an Error that says what is wrong with it. */
export function readRejection(text: string): ReadRejection {
  if (text.length > mostCharacters) throw new Error('The file is too large for a report.');
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Error('The file is no JSON.');
  }
  const file = recordOf(read);
  if (file['format'] !== 'past-tense-rejection') throw new Error('The file is no report of this course.');
  if (file['version'] !== 1) throw new Error('The file was saved by a newer version of the site.');
  const exercise = textOf(file['exercise']);
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(exercise)) throw new Error('The file names no exercise.');
  const files = Object.entries(recordOf(file['files'])).filter(([, code]) => typeof code === 'string');
  const verdict = recordOf(file['verdict']);
  const versions = recordOf(file['versions']);
  return {
    exercise,
    savedAt: textOf(file['savedAt']),
    locale: textOf(file['locale']),
    browser: textOf(file['browser']),
    versions: {
      exercise: textOf(versions['exercise']),
      library: textOf(versions['library']),
      site: textOf(versions['site']),
      ...(typeof versions['commit'] === 'string' ? { commit: versions['commit'] } : {}),
    },
    files: Object.fromEntries(files) as Sources,
    verdict: textOf(verdict['kind']),
    tests: testsOf(verdict),
  };
}

function testsOf(verdict: Readonly<Record<string, unknown>>): ReadRejection['tests'] {
  const tests = verdict['tests'] ?? recordOf(verdict['report'])['tests'];
  const read = (Array.isArray(tests) ? tests : []).map(recordOf).map((test) => {
    const errors: unknown = test['errors'];
    const says = Array.isArray(errors) ? textOf(recordOf(errors[0])['message']) : '';
    return [textOf(test['name']), { state: textOf(test['state']), says }] as const;
  });
  return Object.fromEntries(read);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
