import type { CompileRequest, Sources } from '../compiler/build-options.ts';
import type { CompiledModule } from '../compiler/compile-modules.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Recording } from '../sandbox/recording.ts';
import type { JobModule, TestPlan } from '../sandbox/report.ts';
import type { SandboxParts } from '../sandbox/run-in-browser.ts';
import type { Tape } from '../sandbox/tape.ts';
import { specPackages } from '../sandbox/test-packages.ts';
import type { BuiltFile } from './integrity.ts';
import type { Versions } from './rejection.ts';
import type { SourceCheck } from './source-checks.ts';

/** What an exercise needs to be run, compiled at build; fetched with the first Run. */
export type ExerciseBundle = SandboxParts & {
  /** The names of the hidden tests, which a passing run must report, each once. */
  readonly tests: readonly string[];
  /** Further requirements, about the text of the learner's files. */
  readonly checks: readonly SourceCheck[];
  /** By name of the known mistake. */
  readonly fingerprints: Readonly<Record<string, Fingerprint>>;
};

/** Asks for the learner's files to be compiled; they may import each other, given files and the course library. */
export function compileRequest(
  { fixed, plan }: Pick<ExerciseBundle, 'fixed' | 'plan'>,
  sources: Sources,
): CompileRequest {
  const available = fixed
    .filter(({ path, role }) => role === 'given' || path === 'past-tense/index.ts')
    .map(({ path }) => path);
  const forSpecs = [...specPackages, 'past-tense/testing.ts'];
  return {
    sources,
    available,
    tests: Object.fromEntries(specsOf(plan).map((spec) => [spec, forSpecs])),
  };
}

/** The learner's compiled files as the sandbox takes them. */
export function learnerModules(
  { plan }: Pick<ExerciseBundle, 'plan'>,
  compiled: readonly CompiledModule[],
): JobModule[] {
  const specs = specsOf(plan);
  return compiled.map(({ path, code }) => ({ path, code, role: specs.includes(path) ? 'spec' : 'learner' }));
}

const specsOf = ({ trials }: TestPlan): readonly string[] => trials[0]?.specs ?? [];

/** What the island is told by the page. Paths start with `./`. */
export type WorkbenchExercise = {
  readonly id: string;
  readonly title: string;
  readonly opens: string;
  readonly starters: Sources;
  readonly given: Sources;
  /** How many hints the task has. */
  readonly hints: number;
  /** HTML by name of the known mistake. */
  readonly feedback: Readonly<Record<string, string>>;
  /** Names and messages of the tests, or their templates → what the learner reads; see i18n/translate.ts. */
  readonly translations: Readonly<Record<string, string>>;
  readonly versions: Versions;
};

/** A way to solve the exercise, as the learner may read it; by path all files that have a solution. */
export type Solution = { readonly files: Sources } & (
  { readonly kind: 'official' } | { readonly kind: 'alternative'; readonly name: string }
);

/** What the solution did when the build ran it. */
export type Reference = {
  /** By name of the test; of those in which something was recorded. */
  readonly recordings: Readonly<Record<string, Recording>>;
  readonly tape?: Tape;
};

/** Addresses of what is loaded only when it is needed. */
export type WorkbenchFiles = {
  /** JSON: ExerciseBundle */
  readonly bundle: string;
  /** JSON: Reference; fetched only when the learner compares a timeline with ours. None where a host shows no solutions */
  readonly reference?: string;
  /** JSON: Solution[], the official one first; fetched only when the learner asks for it. None where a host shows none */
  readonly solutions?: string;
  /** JSON: Sources of the hidden tests; fetched only when the learner wants to read them */
  readonly tests: string;
  /** JSON: SandboxFiles */
  readonly sandbox: string;
  /** JSON: Sources of the course library, whose docstrings link to its pages as seen from this file */
  readonly library: string;
  /** esbuild-wasm, gzipped */
  readonly compiler: string;
  /** JSON: Sources, what every downloaded project has in common; fetched only when the learner asks for one */
  readonly project: string;
  /** Of those files that a learner waits for. */
  readonly built: Readonly<
    Record<AwaitedFile, Omit<BuiltFile, 'url'>> & { reference?: Omit<BuiltFile, 'url'> }
  >;
};

export type AwaitedFile = 'bundle' | 'sandbox' | 'library' | 'compiler';

export const builtFile = (files: WorkbenchFiles, name: AwaitedFile): BuiltFile => ({
  url: files[name],
  ...files.built[name],
});
