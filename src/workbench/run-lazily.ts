import type { Sources } from '../compiler/build-options.ts';
import type { Engine } from './engine.ts';
import type { RunState } from './run.ts';

/** A Run whose own code is loaded first; a part that cannot be loaded is a verdict too. */
export async function* runLazily(
  loadEngine: () => Promise<Engine>,
  files: Sources,
  signal: AbortSignal,
): AsyncGenerator<RunState, void> {
  yield { kind: 'compiling' };
  try {
    const [engine, { run }] = await Promise.all([loadEngine(), import('./run.ts')]);
    yield* run(engine, files, signal);
  } catch (error) {
    yield {
      kind: 'judged',
      verdict: { kind: 'unavailable', part: 'runner', detail: String(error) },
      mistakes: [],
    };
  }
}
