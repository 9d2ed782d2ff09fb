import { libFileMap } from 'monaco-editor/languages/features/typescript/lib/lib';
import { typescript as ts } from 'monaco-editor/languages/features/typescript/lib/typescriptServices';
import type { Diagnostic, Sources } from './editor.ts';
import { compilerOptions } from './inspect-sources.ts';

/** What the TypeScript that Monaco bundles finds in each of the files, which may import each other. */
export function diagnosticsOf(
  texts: Sources,
): ReadonlyMap<string, readonly Pick<Diagnostic, 'code' | 'message'>[]> {
  const read = (path: string) => texts[`.${path}`] ?? libFileMap[path.replace('/', '')];
  const options = { ...compilerOptions(ts, {}), moduleDetection: ts.ModuleDetectionKind.Force };
  const names = Object.keys(texts).map((path) => path.slice(1));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => names,
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const found = read(path);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.es2024.d.ts',
    readFile: read,
    fileExists: (path) => read(path) !== undefined,
  });
  return new Map(
    names.map((name) => {
      const found = [
        ...service.getSyntacticDiagnostics(name),
        ...service.getSemanticDiagnostics(name),
        ...service.getSuggestionDiagnostics(name),
      ].map(({ code, messageText }) => ({
        code,
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
      }));
      return [`.${name}`, found];
    }),
  );
}
