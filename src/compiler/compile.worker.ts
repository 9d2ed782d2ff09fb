/** esbuild-wasm in a worker of its own, so that a compiler that hangs or dies can be thrown away. */
import * as esbuild from 'esbuild-wasm/esm/browser.js';
import type { CompileRequest } from './build-options.ts';
import { compileModules, type Compilation } from './compile-modules.ts';

export type CompilerCommand =
  | { readonly kind: 'load'; readonly wasm: WebAssembly.Module }
  | { readonly kind: 'compile'; readonly request: CompileRequest };

export type CompilerAnswer =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'compiled'; readonly compilation: Compilation }
  | { readonly kind: 'broken'; readonly detail: string };

/** Answers carry the number of their command: one that was cancelled may still be answered. */
export type Numbered<Message> = Message & { readonly id: number };

self.onmessage = async ({ data }: MessageEvent<Numbered<CompilerCommand>>) => {
  const { id } = data;
  const broken = (error: unknown): CompilerAnswer => ({ kind: 'broken', detail: String(error) });
  self.postMessage({ ...(await answer(data).catch(broken)), id } satisfies Numbered<CompilerAnswer>);
};

async function answer(command: CompilerCommand): Promise<CompilerAnswer> {
  if (command.kind === 'compile') {
    return { kind: 'compiled', compilation: await compileModules(esbuild, command.request) };
  }
  await esbuild.initialize({ wasmModule: command.wasm, worker: false });
  return { kind: 'loaded' };
}
