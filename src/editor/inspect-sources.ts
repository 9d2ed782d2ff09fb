/**
 * What TypeScript knows about files and no run can tell: what a snippet of code makes of them, and what they import.
 * TypeScript is handed in: the checks use the compiler, the page the one of Monaco's worker.
 */
import type * as TypeScript from 'typescript';
import type { EditorPlace, Sources } from './editor.ts';
import { importsIn } from './imports-in.ts';

export type Inspection = {
  /** The files of an exercise by module path (`./user.ts`), without its hidden tests. */
  readonly files: Sources;
  /** Sources of the course library by module path. */
  readonly library: Sources;
  /** Modules that stand beside the files; each is type-checked for itself. */
  readonly snippets: readonly string[];
  /** Paths of the files whose imports are asked for. */
  readonly importers: readonly string[];
};

export type Findings = {
  /** For each snippet in its order, what does not type-check in it. */
  readonly snippets: readonly (readonly TypeProblem[])[];
  /** By importer, in order; imports of types only are among them. */
  readonly imports: Readonly<Record<string, readonly Import[]>>;
};

export type TypeProblem = {
  /** In the snippet, from 1. */
  readonly line: number;
  readonly message: string;
  /** The text is no TypeScript at all. */
  readonly syntax: boolean;
  /** What TypeScript points at in the files: where the property is declared, for example. */
  readonly place?: EditorPlace;
};

/** An import as it is written, and where. Without a specifier it is one that only a run could name: `require(name)`. */
export type Import = EditorPlace & { readonly specifier: string | undefined };

/** TypeScript, and the texts of the declarations it brings: `lib.dom.d.ts`. */
export type TypeScriptAtHand = {
  readonly ts: typeof TypeScript;
  readonly declarations: (name: string) => string | undefined;
};

/** The options of tsconfig.json and of the editor. `paths` is where the library lies. */
export function compilerOptions(
  ts: typeof TypeScript,
  paths: TypeScript.CompilerOptions['paths'] & {},
): TypeScript.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2024,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    types: [],
    paths,
  };
}

/** Gives the function that inspects. It keeps what it parsed, so that the next inspection is quick. */
export function createInspector({ ts, declarations }: TypeScriptAtHand): (asked: Inspection) => Findings {
  const options: TypeScript.CompilerOptions = {
    ...compilerOptions(ts, {
      'past-tense': ['/past-tense/index.ts'],
      'past-tense/testing': ['/past-tense/testing.ts'],
    }),
    // As in the sandbox, a file without an export is a module of its own too.
    moduleDetection: ts.ModuleDetectionKind.Force,
  };
  const parsed = new Map<string, TypeScript.SourceFile>();
  let previous: TypeScript.Program | undefined;

  const programOf = (texts: ReadonlyMap<string, string>): TypeScript.Program => {
    const read = (path: string) =>
      path.startsWith(declarationFolder)
        ? declarations(path.slice(declarationFolder.length))
        : texts.get(path);
    const host: TypeScript.CompilerHost = {
      fileExists: (path) => read(path) !== undefined,
      readFile: read,
      getSourceFile(path, language) {
        const text = read(path);
        if (text === undefined) return undefined;
        const known = parsed.get(path);
        if (known?.text === text) return known;
        const file = ts.createSourceFile(path, text, language);
        parsed.set(path, file);
        return file;
      },
      getDefaultLibFileName: () => `${declarationFolder}lib.es2024.d.ts`,
      getDefaultLibLocation: () => declarationFolder,
      getCurrentDirectory: () => '/',
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      writeFile: () => undefined,
    };
    previous = ts.createProgram([...texts.keys()], options, host, previous);
    return previous;
  };

  const problemsIn = (program: TypeScript.Program, path: string): TypeProblem[] => {
    const file = program.getSourceFile(path);
    const syntactic = program.getSyntacticDiagnostics(file);
    const found = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(file);
    return found.map((diagnostic) => {
      const place = (diagnostic.relatedInformation ?? []).map(placeInFiles).find(Boolean);
      return {
        line: positionOf(diagnostic).line,
        message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
        syntax: syntactic.length > 0,
        ...(place ? { place } : {}),
      };
    });
  };

  const positionOf = ({ file, start }: Pick<TypeScript.Diagnostic, 'file' | 'start'>) => {
    const { line, character } = file?.getLineAndCharacterOfPosition(start ?? 0) ?? { line: 0, character: 0 };
    return { line: line + 1, column: character + 1 };
  };

  const placeInFiles = (told: TypeScript.DiagnosticRelatedInformation): EditorPlace | undefined => {
    const path = told.file?.fileName;
    if (!path?.startsWith(fileFolder) || path.endsWith(snippetEnding)) return undefined;
    return { path: `./${path.slice(fileFolder.length)}`, ...positionOf(told) };
  };

  const importsOf = (path: string, text: string | undefined): Import[] => {
    if (text === undefined) throw new Error(`${path} is not among the files.`);
    return importsIn(ts, text).map(({ at, specifier }) => ({ path, ...positionOf(at), specifier }));
  };

  return ({ files, library, snippets, importers }) => {
    const imports = Object.fromEntries(importers.map((path) => [path, importsOf(path, files[path])]));
    if (snippets.length === 0) return { snippets: [], imports };
    const snippetPaths = snippets.map((_, index) => `${fileFolder}${index}${snippetEnding}`);
    const program = programOf(
      new Map([
        ...Object.entries(library).map(([path, text]) => [`/${path}`, text] as const),
        ...Object.entries(files).map(([path, text]) => [fileFolder + path.slice(2), text] as const),
        ...snippets.map((text, index) => [snippetPaths[index]!, text] as const),
      ]),
    );
    const [broken] = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
    // Without its own declarations TypeScript refuses almost everything, for a wrong reason.
    if (broken) throw new Error(ts.flattenDiagnosticMessageText(broken.messageText, ' '));
    return { snippets: snippetPaths.map((path) => problemsIn(program, path)), imports };
  };
}

const declarationFolder = '/lib/';
const fileFolder = '/exercise/';
/** No file of an exercise is named so. */
const snippetEnding = '.snippet.ts';
