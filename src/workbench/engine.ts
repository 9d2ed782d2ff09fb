/** Compiler, sandbox and source checks of one exercise, loaded when they are first needed. */
import { createCompiler, type Compiler } from '../compiler/compile.ts';
import type { Sources } from '../compiler/build-options.ts';
import { createSandbox, type Sandbox, type SandboxFiles } from '../sandbox/run-in-browser.ts';
import { createSourceChecker, type SourceChecker } from './check-sources.ts';
import { download, readJson } from './download.ts';
import type { Downloads } from './downloads.ts';
import { builtFile, type AwaitedFile, type ExerciseBundle, type WorkbenchFiles } from './exercise-bundle.ts';
import { rememberCompiled } from './remember-compiled.ts';
import { scripts } from './workbench-files.ts';
import { downloadTypeScript } from './typescript-download.ts';

export type Engine = {
  readonly compiler: Compiler;
  readonly checker: SourceChecker;
  /** Rejects when a file is missing or broken; the next call tries again. */
  loadRunner(): Promise<{ readonly bundle: ExerciseBundle; readonly sandbox: Sandbox }>;
  dispose(): void;
};

/** `given` are the sources of the files that the learner cannot edit. */
export function createEngine(files: WorkbenchFiles, given: Sources, downloads: Downloads): Engine {
  const get = (name: AwaitedFile) => downloads.get('compiler', builtFile(files, name));
  const compiler = rememberCompiled(
    createCompiler(async () => {
      const worker = scripts.compiler().map((file) => downloads.get('compiler', file));
      const [wasm] = await Promise.all([get('compiler'), ...worker]);
      return wasm;
    }),
  );
  const checker = createSourceChecker(
    given,
    () => get('library').then(readJson<Sources>),
    () => downloadTypeScript(downloads),
  );
  let runner: ReturnType<Engine['loadRunner']> | undefined;

  const loadRunner = async () => {
    const [bundle, sandboxFiles] = await Promise.all([
      get('bundle').then(readJson<ExerciseBundle>),
      get('sandbox').then(readJson<SandboxFiles>),
    ]);
    // What fails here is said when the checks are to be judged.
    void checker.load(bundle.checks).catch(() => undefined);
    const sandbox = createSandbox(sandboxFiles, bundle);
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
export const fetchJson = <Content>(url: string): Promise<Content> => download(url).then(readJson<Content>);
