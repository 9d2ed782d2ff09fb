import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

type BundleOptions = {
  /** The name of a global that holds the file's exports. */
  readonly globalName?: string;
  readonly patches?: readonly Patch[];
};

/** Another wording of one place in a package. */
export type Patch = {
  /** How the file's path ends: `@vitest/expect/dist/index.js`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
};

/** Bundles a file and all it imports into one classic script. Build time only. Throws when a patch has no place. */
export async function bundleScript(
  entry: string,
  platform: 'browser' | 'node',
  { globalName, patches = [] }: BundleOptions = {},
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    ...(globalName ? { globalName } : {}),
    platform,
    target: 'es2023',
    minify: platform === 'browser',
    legalComments: 'none',
    banner: { js: '"use strict";' },
    // Test libraries pick their browser variant and drop development messages.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [workers, patched(patches)],
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

/** Bundles a file into one module for Node. What `external` names stays an import. Build time only. */
export async function bundleModule(entry: string, external: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    external: [...external],
    legalComments: 'none',
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

/** `import X from './x.worker.ts?worker'` as the site's own bundler means it, the worker's text inside the bundle. */
const workers: Plugin = {
  name: 'workers',
  setup(building) {
    building.onResolve({ filter: /\?worker$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace('?worker', '')),
      namespace: 'worker',
    }));
    building.onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path }) => {
      const text = JSON.stringify(await bundleScript(path, 'browser'));
      const address = `URL.createObjectURL(new Blob([${text}], { type: 'text/javascript' }))`;
      return { contents: `export default class extends Worker { constructor() { super(${address}); } }` };
    });
  },
};

function patched(patches: readonly Patch[]): Plugin {
  return {
    name: 'patches',
    setup(building) {
      const used = new Set<Patch>();
      building.onLoad({ filter: /\.m?js$/ }, async ({ path }) => {
        const own = patches.filter(({ file }) => path.replaceAll('\\', '/').endsWith(file));
        if (own.length === 0) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const patch of own) {
          if (contents.split(patch.find).length !== 2) throw new Error(misplaced(patch));
          contents = contents.replace(patch.find, () => patch.replace);
          used.add(patch);
        }
        return { contents };
      });
      building.onEnd(() => {
        const unused = patches.find((patch) => !used.has(patch));
        if (unused) throw new Error(misplaced(unused));
      });
    },
  };
}

const misplaced = ({ file, find }: Patch): string =>
  `${file} no longer has exactly one place that reads\n${find}\nRead what has changed there and adapt the patch.`;
