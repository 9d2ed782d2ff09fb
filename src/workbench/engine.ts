/** Compiler and sandbox of one exercise, loaded when they are first needed. */
import { createCompiler, type Compiler } from '../compiler/compile.ts';
import { createSandbox, type Sandbox, type SandboxFiles } from '../sandbox/run-in-browser.ts';
import type { ExerciseBundle, WorkbenchFiles } from './exercise-bundle.ts';

export type Engine = {
  readonly compiler: Compiler;
  /** Rejects when a file is missing or broken; the next call tries again. */
  loadRunner(): Promise<{ readonly bundle: ExerciseBundle; readonly sandbox: Sandbox }>;
  dispose(): void;
};

export function createEngine(files: Pick<WorkbenchFiles, 'bundle' | 'sandbox' | 'compiler'>): Engine {
  const compiler = createCompiler(files.compiler);
  let runner: ReturnType<Engine['loadRunner']> | undefined;

  const loadRunner = async () => {
    const [bundle, sandboxFiles] = await Promise.all([
      fetchJson<ExerciseBundle>(files.bundle),
      fetchJson<SandboxFiles>(files.sandbox),
    ]);
    const sandbox = createSandbox(sandboxFiles, bundle.fixed, bundle.plan);
    await sandbox.prepare();
    return { bundle, sandbox };
  };

  return {
    compiler,
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
