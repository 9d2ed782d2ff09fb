import * as esbuild from 'esbuild';
import type { CompileRequest } from './build-options.ts';
import { compileModules, type Compilation } from './compile-modules.ts';

/** Compiles with native esbuild, at build time and in checks; the same options and answers as in the browser. */
export const compileNative = (request: CompileRequest): Promise<Compilation> =>
  compileModules(esbuild, request);
