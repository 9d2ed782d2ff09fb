import type { BuildOptions, OnResolveResult, Plugin } from 'esbuild-wasm';

export type Sources = Readonly<Record<string, string>>;

/** What is to be compiled, and what its files may import. Paths are those of the sandbox's modules. */
export type CompileRequest = {
  /** The files to compile: path (`./user.ts`) → TypeScript. */
  readonly sources: Sources;
  /** Further modules that these files may import: `past-tense/index.ts`, `./events.ts`. */
  readonly available: readonly string[];
  /** Those sources that are tests, which no source may import → what each may import besides: the test packages. */
  readonly tests?: Readonly<Record<string, readonly string[]>>;
};

/** Prefix of a refusal that says which import is not allowed; the rest of the text is the import. */
export const forbiddenImport = 'import-not-available:';

const namespace = 'exercise';
const outdir = '/compiled';

/**
 * One CommonJS file per source, nothing bundled: every import stays a `require` of the module's path, so the
 * sandbox links one instance of each file. An import of anything else is refused at its line.
 */
export function buildOptions(request: CompileRequest): BuildOptions & { write: false } {
  return {
    entryPoints: Object.keys(request.sources).map((path) => ({ in: path, out: outputName(path) })),
    outdir,
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'es2023',
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
    plugins: [exerciseFiles(request)],
  };
}

/** Where esbuild writes the code of a source. */
export const outputPath = (path: string): string => `${outdir}/${outputName(path)}.js`;

const outputName = (path: string): string => path.replace(/^\.\//, '').replace(/\.ts$/, '');

function exerciseFiles({ sources, available, tests = {} }: CompileRequest): Plugin {
  const importable = Object.keys(sources).filter((path) => !Object.hasOwn(tests, path));
  const known = new Set([...importable, ...available]);
  return {
    name: 'exercise-files',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ kind, path, importer }): OnResolveResult => {
        if (kind === 'entry-point') return { path, namespace };
        const resolved = resolveImport(path, importer);
        const isKnown = known.has(resolved) || tests[importer]?.includes(resolved);
        if (isKnown) return { path: resolved, external: true };
        return { errors: [{ text: `${forbiddenImport}${path}` }] };
      });
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: Object.hasOwn(sources, path) ? sources[path]! : '',
        loader: 'ts',
      }));
    },
  };
}

/** The names under which exercises import the course library, and its files. */
const packages: Sources = {
  'past-tense': 'past-tense/index.ts',
  'past-tense/testing': 'past-tense/testing.ts',
};

/** `../events.ts` in `./domain/user.ts` → `./events.ts`. The ending may be left out or be `.js`, as editors allow. */
export function resolveImport(specifier: string, importer: string): string {
  if (Object.hasOwn(packages, specifier)) return packages[specifier]!;
  if (!/^\.\.?\//.test(specifier)) return specifier;
  const segments = importer.split('/').slice(0, -1);
  for (const segment of specifier.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  const path = segments.join('/');
  return path.endsWith('.ts') ? path : `${path.replace(/\.js$/, '')}.ts`;
}
