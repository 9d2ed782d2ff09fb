import {
  ModuleKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import type { Sources } from './editor.ts';
import TypeScriptWorker from './typescript.worker.ts?worker';
import vitestTypes from './vitest-types.d.ts?raw';

let done = false;

/** Tells Monaco's TypeScript what tsconfig.json tells the compiler, and where the course library is. Once per page. */
export function setUpTypeScript(library: Sources, arrived: Promise<void>): void {
  if (done) return;
  done = true;
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_: string, label: string) =>
        label === 'typescript' ? arrived.then(() => new TypeScriptWorker()) : new EditorWorker(),
    },
  });
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
    module: ModuleKind.ESNext,
    ...bundlerResolution,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    types: [],
    paths: {
      'past-tense': ['file:///past-tense/index.ts'],
      'past-tense/testing': ['file:///past-tense/testing.ts'],
      vitest: [vitestFile],
    },
  });
  typescriptDefaults.setEagerModelSync(true);
  typescriptDefaults.setExtraLibs([
    ...Object.entries(library).map(([path, content]) => ({ content, filePath: `file:///${path}` })),
    { content: vitestTypes, filePath: vitestFile },
  ]);
}

/** For the tests that a learner writes. */
const vitestFile = 'file:///vitest/index.d.ts';

/**
 * Of TypeScript's own enums, which Monaco's types leave out: `bundler`, and `force`, so that what a file declares that
 * imports nothing is not known to all others.
 */
const bundlerResolution: Readonly<Record<string, number>> = { moduleResolution: 100, moduleDetection: 3 };
