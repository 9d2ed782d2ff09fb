/**
 * npm run check:mutants [id …] [-- --all] [-- --json]
 *
 * Changes each solution in one small place after the other and runs the hidden tests on it. Runs the exercises that
 * are named, or those that changed since their score was put into exercises/mutants.json, or all; adds their scores
 * there. Ends with 1 when the tests of an exercise miss too many changes.
 */
import { parseArgs } from 'node:util';
import { AuthorError } from '../src/course/author-error.ts';
import { chooseExercises } from '../src/course/choose-exercises.ts';
import { readExercises } from '../src/course/exercises.ts';
import { checkMutants, scoreOf, scoreToReach, type MutantCheck } from '../src/integrations/check-mutants.ts';
import { describeMutantCheck } from '../src/integrations/describe-mutant-check.ts';
import { librarySources } from '../src/integrations/library-sources.ts';
import {
  mutationHash,
  readRecord,
  recordedCheck,
  withCheck,
  writeRecord,
} from '../src/integrations/mutation-record.ts';

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
  allowPositionals: true,
});
const root = process.cwd();

try {
  const library = librarySources(root);
  const exercises = readExercises(root);
  const ids = exercises.map(({ id }) => id);
  const runAnyway = values.all === true || positionals.length > 0;
  const checks: MutantCheck[] = [];
  let record = readRecord(root);
  for (const exercise of chooseExercises(exercises, positionals)) {
    const hash = mutationHash(exercise, library);
    const recorded = runAnyway ? undefined : recordedCheck(record, exercise.id, hash);
    const check = recorded ?? (await checkMutants(exercise, library));
    if (!recorded) {
      record = withCheck(record, check, hash);
      writeRecord(root, record, ids);
    }
    checks.push(check);
    if (!values.json) console.log(describeMutantCheck(check, recorded ? 'recorded' : 'run'));
  }
  if (values.json) console.log(JSON.stringify({ exercises: checks }));
  process.exitCode = checks.every((check) => scoreOf(check) >= scoreToReach) ? 0 : 1;
} catch (error) {
  if (!(error instanceof AuthorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
