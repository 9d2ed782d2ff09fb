import type { Problem } from '../compiler/compile-modules.ts';
import { AuthorError } from '../course/author-error.ts';
import { modulePath, placeTakenBy } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import { judge, type Verdict } from '../workbench/verdict.ts';
import { refuseUnfitTests } from './refuse-unfit-tests.ts';
import { trialsOf } from './trials.ts';

/**
 * The names of the hidden tests, from a run of the solution, and the verdict on it. Throws an AuthorError unless it passes
 * all of them.
 */
export function solvedTests(
  exercise: Exercise,
  verdict: Verdict,
): { readonly tests: readonly string[]; readonly solution: Verdict } {
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
  const namedInSettings = trialsOf(exercise).length > 0 ? ['exercise.yaml'] : [];
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
  return { tests: names, solution: judged };
}

function refusalOfSolution({ folder, files }: Exercise, problem: Problem): AuthorError {
  const path = files.solution.find((file) => modulePath(placeTakenBy(file)) === problem.path);
  return refusal(folder, { ...problem, path: path ?? problem.path });
}

/** What the compiler refuses of an author's file, as that file's mistake. */
export function refusal(folder: string, { path, line, reason }: Problem): AuthorError {
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
