import type { BuildFailure, Message, build } from 'esbuild-wasm';
import {
  buildOptions,
  forbiddenImport,
  outputPath,
  type CompileRequest,
  type Sources,
} from './build-options.ts';

/** A place in a source that the compiler does not accept. Lines and columns count from 1. */
export type Problem = {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly lineText: string;
  readonly reason:
    | { readonly kind: 'syntax'; readonly text: string }
    | { readonly kind: 'import'; readonly specifier: string }
    | { readonly kind: 'top-level-await' }
    /** The compiler gives up: one expression holds too many others, the files are too large, or it takes too long. */
    | { readonly kind: 'too-deep' | 'too-large' | 'too-slow' };
};

export type CompiledModule = {
  readonly path: string;
  /** CommonJS. */
  readonly code: string;
  /** Source map, JSON. */
  readonly map: string;
};

export type Compilation =
  | { readonly kind: 'compiled'; readonly modules: readonly CompiledModule[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Compiles sources with native esbuild or esbuild-wasm, whose `build` is the same. Rejects only if esbuild broke. */
export async function compileModules(
  esbuild: { readonly build: typeof build },
  request: CompileRequest,
): Promise<Compilation> {
  try {
    const { outputFiles } = await esbuild.build(buildOptions(request));
    const size = outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
    if (size > mostBytes) return givenUp(request.sources, 'too-large');
    const texts = new Map(
      outputFiles.map((file) => [file.path.replace(/^[a-z]:/i, '').replaceAll('\\', '/'), file.text]),
    );
    const modules = Object.keys(request.sources).map((path) => ({
      path,
      code: textAt(texts, outputPath(path)),
      map: textAt(texts, `${outputPath(path)}.map`),
    }));
    return { kind: 'compiled', modules };
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (!errors?.some((message) => message.location)) throw error;
    const problems = errors.filter((message) => message.location).slice(0, mostProblems);
    return { kind: 'refused', problems: problems.map(problem) };
  }
}

/** Of compiled code and its maps. A constant that is computed while compiling can be of any length. */
const mostBytes = 10_000_000;

/** A refusal without a place: the largest file stands for all. */
export function givenUp(
  sources: Sources,
  kind: Extract<Problem['reason'], { kind: `too-${string}` }>['kind'],
): Extract<Compilation, { kind: 'refused' }> {
  const [path = ''] = Object.keys(sources).toSorted(
    (one, other) => sources[other]!.length - sources[one]!.length,
  );
  return {
    kind: 'refused',
    problems: [{ path, line: 1, column: 1, length: 1, lineText: '', reason: { kind } }],
  };
}

/** What is shown of a file that is wrong all over, or all in one line. */
const mostProblems = 20;
const longestLine = 500;

function textAt(texts: ReadonlyMap<string, string>, path: string): string {
  const text = texts.get(path);
  if (text === undefined) throw new Error(`esbuild gave no ${path}.`);
  return text;
}

function problem({ text, location }: Message): Problem {
  const { file, line, column, length, lineText } = location!;
  return {
    path: file.replace(/^exercise:/, ''),
    line,
    column: charactersIn(lineText, column) + 1,
    length: Math.max(1, charactersIn(lineText, column + length) - charactersIn(lineText, column)),
    lineText: lineText.slice(0, longestLine),
    reason: reason(text),
  };
}

function reason(text: string): Problem['reason'] {
  if (text.includes(forbiddenImport)) {
    return { kind: 'import', specifier: text.slice(text.indexOf(forbiddenImport) + forbiddenImport.length) };
  }
  if (text.startsWith('Top-level await')) return { kind: 'top-level-await' };
  return { kind: 'syntax', text };
}

/** esbuild counts bytes of UTF-8; editors count UTF-16 units. */
function charactersIn(line: string, bytes: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(line).slice(0, bytes)).length;
}
