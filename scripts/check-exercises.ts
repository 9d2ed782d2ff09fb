/**
 * npm run check:exercises [id …] [-- --json]
 *
 * Runs starter, solution, alternatives and mistakes of the exercises through the compiler options, the sandbox and
 * the judge of the browser. Ends with 1 when an exercise is not sound.
 */
import { parseArgs } from 'node:util';
import { AuthorError } from '../src/course/author-error.ts';
import { didYouMean } from '../src/course/did-you-mean.ts';
import { readExercises, type Exercise } from '../src/course/exercises.ts';
import { checkExercise, type ExerciseCheck } from '../src/integrations/check-exercise.ts';
import { librarySources } from '../src/integrations/library-sources.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const root = process.cwd();

try {
  const library = librarySources(root);
  const checks: ExerciseCheck[] = [];
  for (const exercise of chosen(readExercises(root), positionals)) {
    const check = await checkExercise(root, exercise, library).catch(unrunnable(exercise));
    checks.push(check);
    if (!values.json) console.log(lines(check));
  }
  const failed = checks.filter(({ complaints }) => complaints.length > 0);
  if (values.json) console.log(JSON.stringify({ exercises: checks }));
  else console.log(`${checks.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof AuthorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** An exercise that cannot be run at all is one failed exercise; the others are still checked. */
function unrunnable({ id }: Exercise): (error: unknown) => ExerciseCheck {
  return (error) => {
    if (!(error instanceof AuthorError)) throw error;
    const none = { alternatives: {}, mistakes: {}, fingerprints: {}, ms: {} };
    return { id, starter: 'failed', solution: 'failed', ...none, complaints: [error.message] };
  };
}

function chosen(exercises: readonly Exercise[], ids: readonly string[]): readonly Exercise[] {
  const known = exercises.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new AuthorError(
      `exercises/${unknown}`,
      'there is no such exercise',
      didYouMean(unknown, known, ''),
    );
  }
  return ids.length === 0 ? exercises : exercises.filter(({ id }) => ids.includes(id));
}

function lines({ id, starter, solution, alternatives, mistakes, complaints }: ExerciseCheck): string {
  const row = (name: string, kind: string) => `  ${name.padEnd(44)} ${kind}`;
  return [
    id,
    row('starter', starter),
    row('solution', solution),
    ...Object.entries(alternatives).map(([name, kind]) => row(`alternative ${name}`, kind)),
    ...Object.entries(mistakes).map(([name, kind]) => row(`mistake ${name}`, kind)),
    ...complaints.map((complaint) => `  ✗ ${complaint}`),
  ].join('\n');
}
