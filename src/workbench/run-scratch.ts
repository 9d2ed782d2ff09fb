import type { Sources } from '../compiler/build-options.ts';
import type { Problem } from '../compiler/compile-modules.ts';
import type { ConsoleEntry, JobModule, Report } from '../sandbox/report.ts';
import type { Engine } from './engine.ts';
import { compileRequest, learnerModules } from './exercise-bundle.ts';
import { scratchPath } from './scratch-start.ts';
import { withSourceFrames } from './source-frames.ts';

/** One run of the learner's own `main`. Nothing of it is judged. */
export type ScratchRun =
  | { readonly kind: 'compiling' }
  | { readonly kind: 'running'; readonly console: readonly ConsoleEntry[] }
  | { readonly kind: 'over'; readonly report: Report }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** By the learner. */
  | { readonly kind: 'stopped'; readonly console: readonly ConsoleEntry[] }
  | { readonly kind: 'unavailable'; readonly part: 'compiler' | 'runner'; readonly detail: string };

/**
 * Compiles scratch and exercise and runs the scratch file's `main` in the sandbox, with the limits of Run. `tell` is
 * told what becomes of it, each console line included. `files` are the exercise's; its tests are left out.
 */
export async function runScratch(
  engine: Engine,
  files: Sources,
  scratch: string,
  signal: AbortSignal,
  tell: (run: ScratchRun) => void,
): Promise<void> {
  const runner = await engine.loadRunner().catch((error: unknown) => ({ detail: String(error) }));
  if ('detail' in runner) return tell({ kind: 'unavailable', part: 'runner', ...runner });
  const { bundle, sandbox } = runner;
  const asked = compileRequest(bundle, files);
  const code = Object.entries(files).filter(([path]) => !asked.tests || !Object.hasOwn(asked.tests, path));
  const compilation = await engine.compiler.compile(
    {
      sources: { ...Object.fromEntries(code), [scratchPath]: scratch },
      available: asked.available,
      // As a test it may import what a test gets handed, a clock for example, and nothing may import it.
      tests: { [scratchPath]: ['past-tense/testing.ts'] },
    },
    signal,
  );
  if (compilation.kind === 'unavailable') return tell({ ...compilation, part: 'compiler' });
  if (compilation.kind === 'refused') return tell(compilation);
  if (compilation.kind === 'cancelled') return;

  let console: readonly ConsoleEntry[] = [];
  tell({ kind: 'running', console });
  const modules = learnerModules(bundle, compilation.modules).map((module): JobModule =>
    module.path === scratchPath ? { ...module, role: 'spec' } : module,
  );
  const { report } = await sandbox.run([...modules, caller], signal, {
    plan: { entry: caller.path, trials: [] },
    onConsole(entry) {
      console = [...console, entry];
      if (!signal.aborted) tell({ kind: 'running', console });
    },
  });
  tell({ kind: 'over', report: withSourceFrames(report, compilation.modules) });
}

/** Calls `main` as a test, which is what the sandbox waits for; longer than any run may take. */
const caller: JobModule = {
  path: './scratch.caller.ts',
  role: 'test',
  code: `
    const { it } = require('vitest');
    const { main } = require(${JSON.stringify(scratchPath)});
    it('main', async () => { if (typeof main === 'function') await main(); }, 60_000);`,
};
