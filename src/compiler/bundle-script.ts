import { build } from 'esbuild';

/** Bundles a file and all it imports into one classic script; its exports under `globalName`. Build time only. */
export async function bundleScript(
  entry: string,
  platform: 'browser' | 'node',
  globalName?: string,
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
