/**
 * npm run bench:recording [-- <id> …] [-- --runs 40]
 *
 * What recording costs: runs the solution of each exercise in the sandbox of Node, with the library as it is and with
 * one that has no port to listen at, in turns. As in the page, the worker is new, its tests were rehearsed, and the code
 * is loaded before Run. Prints medians in milliseconds: from Run to the end of what is judged, and how long the recordings
 * come behind that; and how many entries and characters these have. Compare on a quiet machine.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { chooseExercises } from '../src/course/choose-exercises.ts';
import { readExercises } from '../src/course/exercises.ts';
import { compiledFiles, compileExercise, learnerFiles } from '../src/integrations/compile-exercise.ts';
import { librarySources } from '../src/integrations/library-sources.ts';
import { nodeHarness } from '../src/integrations/sandbox-files.ts';
import type { Recording } from '../src/sandbox/recording.ts';
import type { HarnessCommand, HarnessMessage, JobModule } from '../src/sandbox/report.ts';
import { quantile } from './bench/numbers.ts';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '40' } },
  allowPositionals: true,
});
const root = process.cwd();
const library = librarySources(root);
const harness = await nodeHarness();

const rows: Record<string, string | number>[] = [];
for (const exercise of chooseExercises(readExercises(root), positionals)) {
  const heard = await compileExercise(exercise, library);
  const unheard = JSON.parse(
    JSON.stringify(heard).replaceAll('past-tense/recording.ts', 'past-tense/unheard.ts'),
  ) as typeof heard;
  const solution = await compiledFiles(heard, learnerFiles(exercise, exercise.files.solution));
  if (solution.kind === 'refused') throw new Error(`${exercise.id}: the solution does not compile.`);
  const taken = { heard: [] as number[], unheard: [] as number[] };
  const behind: number[] = [];
  let recorded = { entries: 0, characters: 0 };
  for (let run = 0; run < Number(values.runs); run += 1) {
    // In turns, and each first as often as the other: a machine gets slower and faster.
    const order = run % 2 === 0 ? (['heard', 'unheard'] as const) : (['unheard', 'heard'] as const);
    for (const which of order) {
      const { ms, behindMs, recordings } = await runRehearsed(
        which === 'heard' ? heard : unheard,
        solution.modules,
      );
      taken[which].push(ms);
      if (which !== 'heard') continue;
      behind.push(behindMs);
      recorded = sizeOf(recordings);
    }
  }
  const [run, silentRun] = [quantile(taken.heard, 0.5), quantile(taken.unheard, 0.5)];
  rows.push({
    exercise: exercise.id,
    ...recorded,
    'run ms': run.toFixed(1),
    without: silentRun.toFixed(1),
    'behind ms': quantile(behind, 0.5).toFixed(1),
    'more %': ((100 * (run - silentRun)) / silentRun).toFixed(1),
  });
}
console.table(rows);

/** One run in a worker that was made ready for it. */
async function runRehearsed(
  { fixed, plan, rehearsal }: Awaited<ReturnType<typeof compileExercise>>,
  modules: readonly JobModule[],
): Promise<{ readonly ms: number; readonly behindMs: number; readonly recordings: readonly string[] }> {
  const worker = new Worker(harness, { eval: true, stdout: true, stderr: true, env: { NO_COLOR: '1' } });
  const send = (command: HarnessCommand) => worker.postMessage(command);
  const recordings: string[] = [];
  worker.on('message', (message: HarnessMessage) => {
    if (message.kind === 'recording') recordings.push(message.recording);
  });
  const told = (kind: HarnessMessage['kind']) =>
    new Promise<void>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('message', (message: HarnessMessage) => {
        if (message.kind === 'test' && message.test.state !== 'passed')
          reject(new Error(`"${message.test.name}" failed.`));
        if (message.kind === kind) resolve();
      });
    });
  try {
    const ready = told('prepared');
    send({ kind: 'prepare', modules: fixed, plan, rehearsal });
    await ready;
    send({ kind: 'load', modules });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [ended, over] = [told('end'), told('over')];
    const begun = performance.now();
    send({ kind: 'run', modules, plan });
    await ended;
    const ms = performance.now() - begun;
    send({ kind: 'tell-recordings' });
    await over;
    return { ms, behindMs: performance.now() - begun - ms, recordings };
  } finally {
    await worker.terminate();
  }
}

function sizeOf(recordings: readonly string[]): { readonly entries: number; readonly characters: number } {
  return {
    entries: recordings.reduce((sum, json) => sum + (JSON.parse(json) as Recording).entries.length, 0),
    characters: recordings.reduce((sum, { length }) => sum + length, 0),
  };
}
