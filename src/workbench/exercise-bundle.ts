import type { Sources } from '../compiler/build-options.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { JobModule } from '../sandbox/report.ts';

/** What an exercise needs to be run, compiled at build; fetched with the first Run. */
export type ExerciseBundle = {
  /** Library, given files and hidden tests. */
  readonly fixed: readonly JobModule[];
  readonly entry: string;
  /** The names of the hidden tests, which a passing run must report, each once. */
  readonly tests: readonly string[];
  /** By name of the known mistake. */
  readonly fingerprints: Readonly<Record<string, Fingerprint>>;
};

/** The paths of the modules that a learner's file may import, beside the learner's other files. */
export function importable({ fixed }: ExerciseBundle): string[] {
  return fixed
    .filter(({ path, role }) => role === 'given' || path === 'past-tense/index.ts')
    .map(({ path }) => path);
}

/** What the island is told by the page. Paths start with `./`. */
export type WorkbenchExercise = {
  readonly id: string;
  readonly title: string;
  readonly opens: string;
  readonly starters: Sources;
  readonly given: Sources;
  /** HTML by name of the known mistake. */
  readonly feedback: Readonly<Record<string, string>>;
  /** Names and messages of the tests, or their templates → what the learner reads; see i18n/translate.ts. */
  readonly translations: Readonly<Record<string, string>>;
};

/** Addresses of what is loaded only when it is needed. */
export type WorkbenchFiles = {
  /** JSON: ExerciseBundle */
  readonly bundle: string;
  /** JSON: SandboxFiles */
  readonly sandbox: string;
  /** JSON: Sources of the course library, whose docstrings link to its pages as seen from this file */
  readonly library: string;
  /** esbuild-wasm, gzipped */
  readonly compiler: string;
};
