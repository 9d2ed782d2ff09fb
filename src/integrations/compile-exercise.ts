import type { Sources } from '../compiler/build-options.ts';
import type { Problem } from '../compiler/compile-modules.ts';
import { compileNative } from '../compiler/compile-native.ts';
import { AuthorError } from '../course/author-error.ts';
import { modulePath, placeTakenBy } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import type { Recordings } from '../sandbox/recording.ts';
import { limits, type Arrangement, type JobModule, type ModuleRole } from '../sandbox/report.ts';
import { recordInNode, runInNode, type RunChoices } from '../sandbox/run-in-node.ts';
import { testPackages } from '../sandbox/test-packages.ts';
import { compileRequest, learnerModules, type ExerciseBundle } from '../workbench/exercise-bundle.ts';
import { judge, type Verdict } from '../workbench/verdict.ts';
import { refuseUnfitTests } from './refuse-unfit-tests.ts';
import { nodeHarness } from './sandbox-files.ts';
import { subjectFiles, trialsOf } from './trials.ts';

const entry = './all.test.ts';

/**
 * Compiles what the learner does not edit, and runs the solution once to learn the names of the hidden tests.
 * Throws an AuthorError when a file does not compile or when the solution does not pass.
 */
export async function compileExercise(exercise: Exercise, library: Sources): Promise<ExerciseBundle> {
  const { files, folder } = exercise;
  const editable = files.starters.filter((path) => !files.specs.includes(path)).map(modulePath);
  const given = sourcesOf(exercise, files.given);
  const hidden = sourcesOf(exercise, files.tests);
  const libraryPaths = Object.keys(library);
  const testMain = Object.keys(hidden).map((path) => `require(${JSON.stringify(path)});`);

  const fixed: JobModule[] = [
    ...(await compileOwn('exercises/library', 'library', library, [])),
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
  const bundle = { fixed, rehearsal: [], plan, tests: [], checks: [], fingerprints: {} };
  const tests = await testNames(exercise, bundle);
  return { ...bundle, tests, rehearsal: await rehearsalOf(exercise, bundle) };
}

/** The compiled starters; none if they do not compile, or if their tests take so long that no worker could be made ready. */
async function rehearsalOf(exercise: Exercise, bundle: ExerciseBundle): Promise<readonly JobModule[]> {
  const starters = await compiledFiles(bundle, sourcesOf(exercise, exercise.files.starters));
  if (starters.kind === 'refused') return [];
  const modules = [...bundle.fixed, ...starters.modules];
  const report = await runInNode(
    await nodeHarness(),
    { modules, plan: bundle.plan },
    { runMs: limits.startMs / 2, worker: 'used' },
  );
  return report.ending.kind === 'ended' ? starters.modules : [];
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
export async function recordVariant(
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

function refusal(folder: string, { path, line, reason }: Problem): AuthorError {
  const file = `${folder}/${path.replace(/^(\.|past-tense)\//, '')}:${line}`;
  switch (reason.kind) {
    case 'import':
      return new AuthorError(
        file,
        `the import of '${reason.specifier}' cannot be resolved here`,
        'Tests may import vitest, @jest/globals, past-tense, past-tense/testing, past-tense/drawing and files of the exercise; other files past-tense and each other.',
      );
    case 'top-level-await':
      return new AuthorError(file, 'await outside a function', 'Move it into a test or a hook.');
    case 'syntax':
      return new AuthorError(file, reason.text, 'Correct the syntax.');
    case 'too-deep':
    case 'too-large':
    case 'too-slow':
      return new AuthorError(file, `the compiler gives up (${reason.kind})`, 'Split the file.');
  }
}

function refusalOfSolution({ folder, files }: Exercise, problem: Problem): AuthorError {
  const path = files.solution.find((file) => modulePath(placeTakenBy(file)) === problem.path);
  return refusal(folder, { ...problem, path: path ?? problem.path });
}

async function testNames(exercise: Exercise, bundle: ExerciseBundle): Promise<string[]> {
  const verdict = await runVariant(exercise, bundle, exercise.files.solution);
  if (verdict.kind === 'refused') throw refusalOfSolution(exercise, verdict.problems[0]!);
  const report = 'report' in verdict ? verdict.report : undefined;
  if (report) refuseUnfitTests(exercise, report);
  const failed = report?.tests.find(({ state }) => state === 'failed');
  const thrown = report?.loadErrors[0] ?? report?.uncaught[0];
  const solution = `${exercise.folder}/${exercise.files.solution.join(', ')}`;
  if (failed || thrown || !report) {
    const found = failed
      ? `fails "${failed.name}": ${failed.errors[0]?.message}`
      : (thrown?.message ?? verdict.kind);
    throw new AuthorError(
      solution,
      `the solution does not pass: ${found}`,
      'Correct the solution or the test.',
    );
  }
  const names = report.tests.map(({ name }) => name);
  if (names.length === 0) {
    throw new AuthorError(
      `${exercise.folder}/${exercise.files.tests.join(', ')}`,
      'no test was registered',
      'Call it() or test() from vitest at least once.',
    );
  }
  const namedInSettings = bundle.plan.trials.length > 0 ? ['exercise.yaml'] : [];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new AuthorError(
      `${exercise.folder}/${[...exercise.files.tests, ...namedInSettings].join(', ')}`,
      `two tests are named "${twice}"`,
      'Give each test a name of its own.',
    );
  }
  const judged = judge(report, names);
  if (judged.kind !== 'passed') {
    throw new AuthorError(
      solution,
      `the solution does not pass: it ends as ${judged.kind}`,
      'Every hidden test runs to its end with at least one assertion; take out it.skip and it.only.',
    );
  }
  return names;
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
