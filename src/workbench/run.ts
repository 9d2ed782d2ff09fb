import type { Sources } from '../compiler/build-options.ts';
import type { Recordings } from '../sandbox/recording.ts';
import { changedFiles } from './changed-files.ts';
import type { Engine } from './engine.ts';
import { recognise } from './fingerprint.ts';
import { compileRequest, learnerModules } from './exercise-bundle.ts';
import { judgeWithSources } from './source-checks.ts';
import { withSourceFrames } from './source-frames.ts';
import type { Verdict } from './verdict.ts';

/** One Run, told as it happens. The last state is `judged`. */
export type RunState =
  | { readonly kind: 'compiling' }
  | { readonly kind: 'testing' }
  | {
      readonly kind: 'judged';
      readonly verdict: Verdict;
      /** Names of the known mistakes that the run shows. */
      readonly mistakes: readonly string[];
      /** Asks for what happened in the tests, which is best done when the verdict is shown. */
      readonly recordings?: () => Promise<Recordings>;
    };

export async function* run(
  engine: Engine,
  files: Sources,
  signal: AbortSignal,
): AsyncGenerator<RunState, void> {
  yield { kind: 'compiling' };
  const runner = await engine.loadRunner().catch((error: unknown) => ({ detail: String(error) }));
  if ('detail' in runner) return yield judged({ kind: 'unavailable', part: 'runner', ...runner });
  const { bundle, sandbox } = runner;
  const compilation = await engine.compiler.compile(compileRequest(bundle, files), signal);
  switch (compilation.kind) {
    case 'unavailable':
      return yield judged({ kind: 'unavailable', part: 'compiler', detail: compilation.detail });
    case 'cancelled':
    case 'refused':
      return yield judged(compilation);
    case 'compiled': {
      yield { kind: 'testing' };
      const checking = engine.checker.check(bundle.checks, files, signal);
      const learner = learnerModules(bundle, compilation.modules);
      const { report: told, recordings } = await sandbox.run(learner, signal);
      const report = withSourceFrames(told, compilation.modules);
      const drawings = [...report.drawings, ...changedFiles(bundle.checks, files)];
      const verdict = await judgeWithSources({ ...report, drawings }, bundle, () => checking);
      return yield { ...judged(verdict, recognise(verdict, bundle.fingerprints)), recordings };
    }
  }
}

/** Does ahead what needs no Run: compiles the files, and has the sandbox load them. Nothing of them runs. */
export async function makeReady({ compiler, loadRunner }: Engine, files: Sources): Promise<void> {
  const { bundle, sandbox } = await loadRunner();
  const compilation = await compiler.compile(compileRequest(bundle, files), new AbortController().signal);
  if (compilation.kind === 'compiled') sandbox.load(learnerModules(bundle, compilation.modules));
}

const judged = (verdict: Verdict, mistakes: readonly string[] = []) => ({
  kind: 'judged' as const,
  verdict,
  mistakes,
});
