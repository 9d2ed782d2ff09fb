import type { Sources } from '../compiler/build-options.ts';
import { compileNative } from '../compiler/compile-native.ts';
import { modulePath, placeTakenBy } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import type { Recordings } from '../sandbox/recording.ts';
import { limits, type Arrangement, type JobModule, type ModuleRole } from '../sandbox/report.ts';
import { recordInNode, runInNode, type RunChoices } from '../sandbox/run-in-node.ts';
import { testPackages } from '../sandbox/test-packages.ts';
import { compileRequest, learnerModules, type ExerciseBundle } from '../workbench/exercise-bundle.ts';
import { judge, type Verdict } from '../workbench/verdict.ts';
import { refusal, solvedTests } from './solved-tests.ts';
import { nodeHarness } from './sandbox-files.ts';
import { subjectFiles, trialsOf } from './trials.ts';

const entry = './all.test.ts';

/** An exercise that can be run, and what the runs told that were needed to make it so. */
export type CompiledExercise = {
  readonly bundle: ExerciseBundle;
  /** Before the source checks, as the next. */
  readonly starter: Verdict;
  readonly solution: Verdict;
  /** Of the solution's run. */
  readonly recordings: Recordings;
};

/** Its bundle alone. */
export const compileExercise = async (exercise: Exercise, library: Sources): Promise<ExerciseBundle> =>
  (await compileAndRun(exercise, library)).bundle;

/**
 * Compiles what the learner does not edit, and runs the solution to learn the names of the hidden tests, and the starters
 * to learn whether a browser can make a worker ready with them.
 * Throws an AuthorError when a file does not compile or when the solution does not pass.
 */
export async function compileAndRun(exercise: Exercise, library: Sources): Promise<CompiledExercise> {
  const { files, folder } = exercise;
  const editable = files.starters.filter((path) => !files.specs.includes(path)).map(modulePath);
  const given = sourcesOf(exercise, files.given);
  const hidden = sourcesOf(exercise, files.tests);
  const libraryPaths = Object.keys(library);
  const testMain = Object.keys(hidden).map((path) => `require(${JSON.stringify(path)});`);

  const fixed: JobModule[] = [
    ...(await compiledLibrary(library)),
    ...(await compileOwn(folder, 'given', given, [...editable, 'past-tense/index.ts'])),
    ...(await compileOwn(folder, 'test', hidden, [
      ...editable,
      ...Object.keys(given),
      ...libraryPaths,
      ...testPackages,
    ])),
    { path: entry, role: 'test', code: testMain.join('\n') },
    ...(await compileOwn(folder, 'subject', sourcesOf(exercise, subjectFiles(exercise)), [
      ...editable,
      ...Object.keys(given),
      'past-tense/index.ts',
    ])),
  ];
  const intrinsics = exercise.settings.intrinsics === 'open' ? { intrinsics: 'open' as const } : {};
  const plan = { entry, trials: trialsOf(exercise), ...intrinsics };
  const unnamed = { fixed, rehearsal: [], plan, tests: [], checks: [], fingerprints: {} };
  const { verdict, recordings } = await recordVariant(exercise, unnamed, files.solution);
  const { tests, solution } = solvedTests(exercise, verdict);
  const bundle = { ...unnamed, tests };
  const { starter, rehearsal } = await rehearse(exercise, bundle);
  return { bundle: { ...bundle, rehearsal }, starter, solution, recordings };
}

/** The starters' verdict and compiled modules; no modules if they do not compile, or if their tests take too long for this. */
async function rehearse(
  exercise: Exercise,
  bundle: ExerciseBundle,
): Promise<{ readonly starter: Verdict; readonly rehearsal: readonly JobModule[] }> {
  const compiled = await compiledFiles(bundle, learnerFiles(exercise, []));
  if (compiled.kind === 'refused') return { starter: compiled, rehearsal: [] };
  const modules = [...bundle.fixed, ...compiled.modules];
  const report = await runInNode(
    await nodeHarness(),
    { modules, plan: bundle.plan },
    { runMs: limits.startMs / 2, worker: 'used' },
  );
  return report.ending.kind === 'ended'
    ? { starter: judge(report, bundle.tests), rehearsal: compiled.modules }
    : { starter: await runVariant(exercise, bundle, []), rehearsal: [] };
}

/**
 * Runs the files of a variant in the place of the starters, through the compiler, sandbox and judge of the browser.
 * Only the hidden tests are judged; see `judgeSourcesOf` for the source checks.
 */
export async function runVariant(
  exercise: Exercise,
  bundle: ExerciseBundle,
  files: readonly string[],
  { arrangement, ...choices }: RunChoices & { readonly arrangement?: Arrangement } = {},
): Promise<Verdict> {
  const job = await jobOf(exercise, bundle, files);
  if ('kind' in job) return job;
  const arranged = { ...job, ...(arrangement ? { arrangement } : {}) };
  const report = await runInNode(await nodeHarness(), arranged, { worker: 'used', ...choices });
  return judge(report, bundle.tests);
}

/** The same, with a recording of what happens in each hidden test. */
async function recordVariant(
  exercise: Exercise,
  bundle: ExerciseBundle,
  files: readonly string[],
): Promise<{ readonly verdict: Verdict; readonly recordings: Recordings }> {
  const job = await jobOf(exercise, bundle, files);
  if ('kind' in job) return { verdict: job, recordings: new Map() };
  const { report, recordings } = await recordInNode(await nodeHarness(), job, { worker: 'used' });
  return { verdict: judge(report, bundle.tests), recordings };
}

/** What is run of a variant, or what the compiler refuses. */
async function jobOf(exercise: Exercise, bundle: ExerciseBundle, files: readonly string[]) {
  const learner = await compiledFiles(bundle, learnerFiles(exercise, files));
  if (learner.kind === 'refused') return learner;
  return { modules: [...bundle.fixed, ...learner.modules], plan: bundle.plan };
}

/** Learner's files as the browser would compile them, or what the compiler refuses. */
export async function compiledFiles(
  bundle: ExerciseBundle,
  files: Sources,
): Promise<
  | { readonly kind: 'compiled'; readonly modules: readonly JobModule[] }
  | Extract<Verdict, { kind: 'refused' }>
> {
  const compilation = await compileNative(compileRequest(bundle, files));
  if (compilation.kind === 'refused') return compilation;
  return { kind: 'compiled', modules: learnerModules(bundle, compilation.modules) };
}

/** The library is the same in every exercise. */
function compiledLibrary(library: Sources): Promise<readonly JobModule[]> {
  const known = compiledLibraries.get(library) ?? compileOwn('exercises/library', 'library', library, []);
  compiledLibraries.set(library, known);
  return known;
}

const compiledLibraries = new WeakMap<Sources, Promise<readonly JobModule[]>>();

/** Compiles files of an author; what a learner would be told as a verdict stops the build here. */
async function compileOwn(
  folder: string,
  role: ModuleRole,
  sources: Sources,
  available: readonly string[],
): Promise<JobModule[]> {
  const compilation = await compileNative({ sources, available });
  if (compilation.kind === 'refused') throw refusal(folder, compilation.problems[0]!);
  return compilation.modules.map(({ path, code }) => ({ path, role, code }));
}

/** The starters with the files of the variant in their places; what it leaves out is as in the solution. */
export function learnerFiles(
  exercise: Pick<Exercise, 'files' | 'sources'>,
  variant: readonly string[],
): Sources {
  const inPlace = (paths: readonly string[]) =>
    Object.fromEntries(paths.map((path) => [modulePath(placeTakenBy(path)), exercise.sources[path] ?? '']));
  return {
    ...sourcesOf(exercise, exercise.files.starters),
    ...(variant.length > 0 ? inPlace(exercise.files.solution) : {}),
    ...inPlace(variant),
  };
}

/** Sources by their module path: `user.ts` → `./user.ts`. */
export function sourcesOf(exercise: Pick<Exercise, 'sources'>, paths: readonly string[]): Sources {
  return Object.fromEntries(paths.map((path) => [modulePath(path), exercise.sources[path] ?? '']));
}
