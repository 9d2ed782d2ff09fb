/**
 * npm run check:exercises [id …] [-- --json]
 *
 * Puts exercises through the gate: every variant runs with the compiler options, the sandbox and the judge of the
 * browser. Drafts are listed, and judged only when they are named. `--json` prints one JSON object, for which every variant also runs in a real browser (`parity`).
 * Ends with 1 when an exercise is not sound.
 */
import { parseArgs } from 'node:util';
import type { Sources } from '../src/compiler/build-options.ts';
import { AuthorError } from '../src/course/author-error.ts';
import { chooseExercises } from '../src/course/choose-exercises.ts';
import { readExercises, type Exercise } from '../src/course/exercises.ts';
import { checkExercise, type ExerciseCheck } from '../src/integrations/check-exercise.ts';
import { judgeExercise } from '../src/integrations/judge-exercise.ts';
import { librarySources } from '../src/integrations/library-sources.ts';
import { disparities, openBrowserJudge, type BrowserJudge } from './judge-in-browser.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const root = process.cwd();
let browser: BrowserJudge | undefined;

try {
  const library = librarySources(root);
  const checks: (ExerciseCheck & { parity?: boolean })[] = [];
  browser = values.json ? await openBrowserJudge() : undefined;
  const exercises = readExercises(root);
  const drafts = exercises.filter(({ settings }) => settings.draft).map(({ id }) => id);
  for (const exercise of chooseExercises(exercises, positionals)) {
    const check = await checkExercise(root, exercise, library).catch(unrunnable(exercise));
    checks.push(browser ? await withParity(check, exercise, library, browser) : check);
    if (!values.json) console.log(lines(check));
  }
  const failed = checks.filter(({ complaints }) => complaints.length > 0);
  if (values.json) console.log(JSON.stringify({ exercises: checks, drafts }));
  else console.log(`${checks.length - failed.length} passed, ${failed.length} failed`);
  if (!values.json && drafts.length > 0) console.log(`drafts: ${drafts.join(', ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof AuthorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await browser?.close();
}

/** Adds whether Node and the browser give the same verdicts; where they differ is a complaint. */
async function withParity(
  check: ExerciseCheck,
  exercise: Exercise,
  library: Sources,
  inBrowser: BrowserJudge,
): Promise<ExerciseCheck & { parity: boolean }> {
  const judged = await judgeExercise(exercise, library).catch(() => undefined);
  if (!judged) return { ...check, parity: false };
  const differences = disparities(exercise, judged, await inBrowser.judge(exercise, judged, library));
  return { ...check, parity: differences.length === 0, complaints: [...check.complaints, ...differences] };
}

/** An exercise that cannot be run at all is one failed exercise; the others are still checked. */
function unrunnable({ id }: Exercise): (error: unknown) => ExerciseCheck {
  return (error) => {
    if (!(error instanceof AuthorError)) throw error;
    const none = { alternatives: {}, mistakes: {}, fingerprints: {}, ms: {} };
    return { id, starter: 'failed', solution: 'failed', ...none, complaints: [error.message] };
  };
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
