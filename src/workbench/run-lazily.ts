import type { Sources } from '../compiler/build-options.ts';
import type { Engine } from './engine.ts';
import type { RunState } from './run.ts';

let running: Promise<typeof import('./run.ts')> | undefined;

/** A second import() takes its time too, in which the browser draws a frame. */
function loadRun(): Promise<typeof import('./run.ts')> {
  running ??= import('./run.ts');
  running.catch(() => (running = undefined));
  return running;
}

/** A Run whose own code is loaded first; a part that cannot be loaded is a verdict too. */
export async function* runLazily(
  loadEngine: () => Promise<Engine>,
  files: Sources,
  signal: AbortSignal,
): AsyncGenerator<RunState, void> {
  yield { kind: 'compiling' };
  try {
    const [engine, { run }] = await Promise.all([loadEngine(), loadRun()]);
    yield* run(engine, files, signal);
  } catch (error) {
    yield {
      kind: 'judged',
      verdict: { kind: 'unavailable', part: 'runner', detail: String(error) },
      mistakes: [],
    };
  }
}
