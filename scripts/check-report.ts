/**
 * npm run check:report <file>
 *
 * Takes a report that a learner saved (“Save a report for the author”), judges its code by the exercise as it is here,
 * and prints the page's verdict beside this one. The code is a stranger's: it runs where learners' code runs, in the
 * sandbox of a browser, and is compiled and type-checked but never run by Node. Ends with 1 where the file cannot be used.
 */
import { readFileSync } from 'node:fs';
import { modulePath } from '../src/course/exercise-files.ts';
import { readExercises } from '../src/course/exercises.ts';
import { sourcesOf } from '../src/integrations/compile-exercise.ts';
import { compareRejection, readRejection } from '../src/integrations/compare-rejection.ts';
import { versionsOf } from '../src/integrations/exercise-versions.ts';
import { judgeExercise } from '../src/integrations/judge-exercise.ts';
import { librarySources } from '../src/integrations/library-sources.ts';
import { openBrowserJudge } from './judge-in-browser.ts';

const root = process.cwd();
const path = process.argv[2];
try {
  if (path === undefined) throw new Error('Which report? npm run check:report <file>');
  const rejection = readRejection(readFileSync(path, 'utf8'));
  const exercise = readExercises(root).find(({ id }) => id === rejection.exercise);
  if (!exercise) throw new Error(`There is no exercise ${rejection.exercise} here.`);
  const editable = new Set(exercise.files.starters.map(modulePath));
  const learners = Object.entries(rejection.files).filter(([file]) => editable.has(file));
  const files = { ...sourcesOf(exercise, exercise.files.starters), ...Object.fromEntries(learners) };

  const library = librarySources(root);
  const browser = await openBrowserJudge();
  const judged = await judgeExercise(exercise, library);
  const here = await browser.judgeFiles(exercise, judged, library, files).finally(() => browser.close());
  for (const line of compareRejection(rejection, here, versionsOf(root, exercise))) console.log(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
