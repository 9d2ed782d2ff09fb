/** Compiler, sandbox and source checks of one exercise, loaded when they are first needed. */
import { createCompiler, type Compiler } from '../compiler/compile.ts';
import type { Sources } from '../compiler/build-options.ts';
import { createSandbox, type Sandbox, type SandboxFiles } from '../sandbox/run-in-browser.ts';
import { createSourceChecker, type SourceChecker } from './check-sources.ts';
import type { ExerciseBundle, WorkbenchFiles } from './exercise-bundle.ts';

export type Engine = {
  readonly compiler: Compiler;
  readonly checker: SourceChecker;
  /** Rejects when a file is missing or broken; the next call tries again. */
  loadRunner(): Promise<{ readonly bundle: ExerciseBundle; readonly sandbox: Sandbox }>;
  dispose(): void;
};

/** `given` are the sources of the files that the learner cannot edit. */
export function createEngine(files: WorkbenchFiles, given: Sources): Engine {
  const compiler = createCompiler(files.compiler);
  const checker = createSourceChecker(given, () => fetchJson<Sources>(files.library));
  let runner: ReturnType<Engine['loadRunner']> | undefined;

  const loadRunner = async () => {
    const [bundle, sandboxFiles] = await Promise.all([
      fetchJson<ExerciseBundle>(files.bundle),
      fetchJson<SandboxFiles>(files.sandbox),
    ]);
    // What fails here is said when the checks are to be judged.
    void checker.load(bundle.checks).catch(() => undefined);
    const sandbox = createSandbox(sandboxFiles, bundle.fixed, bundle.plan);
    await sandbox.prepare();
    return { bundle, sandbox };
  };

  return {
    compiler,
    checker,
    async loadRunner() {
      runner ??= loadRunner();
      try {
        return await runner;
      } catch (error) {
        runner = undefined;
        throw error;
      }
    },
    dispose() {
      compiler.dispose();
      void runner?.then(({ sandbox }) => sandbox.dispose()).catch(() => undefined);
    },
  };
}

/** A file that the build made: its shape is known, whether it arrived is not. */
export async function fetchJson<Content>(url: string): Promise<Content> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`.trim());
  return (await response.json()) as Content;
}
