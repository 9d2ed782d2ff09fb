import {
  ModuleKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';
import { languages } from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import type { Sources } from './editor.ts';
import { quickFixProvider } from './quick-fixes.ts';
import { renameProvider } from './rename.ts';
import TypeScriptWorker from './typescript.worker.ts?worker';
import vitestTypes from './vitest-types.d.ts?raw';

/** Tells Monaco's TypeScript what tsconfig.json tells the compiler, and where the course library is. */
export function setUpTypeScript(library: Sources, arrived: Promise<void>): void {
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
    ...everyFileAModule,
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
  // The course has its own for these; each file says why.
  typescriptDefaults.setModeConfiguration({
    ...typescriptDefaults.modeConfiguration,
    diagnostics: false,
    rename: false,
    codeActions: false,
  });
  languages.registerRenameProvider('typescript', renameProvider);
  languages.registerCodeActionProvider('typescript', quickFixProvider);
  typescriptDefaults.setExtraLibs([
    ...Object.entries(library).map(([path, content]) => ({ content, filePath: `file:///${path}` })),
    { content: vitestTypes, filePath: vitestFile },
  ]);
}

/** `moduleDetection: force`: as in the sandbox, a file without an export is a module of its own too. */
const everyFileAModule: Readonly<Record<string, number>> = { moduleDetection: 3 };

/** For the tests that a learner writes. */
const vitestFile = 'file:///vitest/index.d.ts';

/**
 * Of TypeScript's own enums, which Monaco's types leave out: `bundler`, and `force`, so that what a file declares that
 * imports nothing is not known to all others.
 */
const bundlerResolution: Readonly<Record<string, number>> = { moduleResolution: 100 };
