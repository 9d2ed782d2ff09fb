import { AuthorError } from '../course/author-error.ts';
import { modulePath, placeTakenBy, testFiles } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import type { ErrorReport, Report } from '../sandbox/report.ts';

/**
 * Throws an AuthorError when the run of the solution shows that the tests, not the solution, are to be changed: they call what the sandbox does not have, or a learner could never pass all of them.
 */
export function refuseUnfitTests(exercise: Exercise, report: Report): void {
  const errors = [...report.loadErrors, ...report.uncaught, ...report.tests.flatMap((test) => test.errors)];
  for (const error of errors) refuseUnavailable(exercise, error);
  const skipped = report.tests.find(({ state }) => state === 'skipped');
  if (skipped) {
    throw new AuthorError(
      placeOf(exercise, /\.(only|skip|todo|skipIf|runIf)\b|\b[fx](it|test|describe)\b/),
      `the test "${skipped.name}" does not run`,
      'A learner has to pass every test: take out only, skip and todo.',
    );
  }
}

function refuseUnavailable(exercise: Exercise, { name, message, frames }: ErrorReport): void {
  const thrownIn = testFiles(exercise.files).filter((test) =>
    frames.some(({ path }) => path === modulePath(placeTakenBy(test))),
  );
  const [, call, todo] = /^(\S+) is not available here: (.+)$/s.exec(message) ?? [];
  if (name === 'UnavailableError' && call && todo) {
    const written = call.replace('expect().', '').replace('.', String.raw`\.`);
    throw new AuthorError(
      placeOf(exercise, new RegExp(String.raw`\b${written}\b`), thrownIn),
      `${call} is not available here`,
      todo[0]!.toUpperCase() + todo.slice(1),
    );
  }
  const [, global] = message.match(globalOfTests) ?? [];
  if (name === 'ReferenceError' && global) {
    throw new AuthorError(
      placeOf(exercise, new RegExp(String.raw`\b${global}\b`), thrownIn),
      `${global} is no global here`,
      `Import it: import { ${global} } from '${global === 'jest' ? '@jest/globals' : 'vitest'}'.`,
    );
  }
}

const globalOfTests = /^(describe|it|test|suite|expect|vi|jest|(?:before|after)(?:All|Each)) is not defined$/;

/** File and line of the first match, in `likely` files before the other tests; without a match all of them. */
function placeOf(
  { folder, files, sources }: Exercise,
  pattern: RegExp,
  likely: readonly string[] = [],
): string {
  for (const path of [...likely, ...testFiles(files)]) {
    const line = (sources[path] ?? '').split('\n').findIndex((text) => pattern.test(text)) + 1;
    if (line > 0) return `${folder}/${path}:${line}`;
  }
  return `${folder}/${testFiles(files).join(', ')}`;
}
