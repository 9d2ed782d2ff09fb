import type { Plugin } from 'vite';

/**
 * Takes out the worker that Monaco would start if nobody gave it one. `src/editor/typescript.ts` gives it the course's
 * own, with TypeScript in it; Vite would build 7 MB more that no page ever asks for.
 */
export function oneTypeScriptWorker(): Plugin {
  return {
    name: 'past-tense:one-typescript-worker',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/monaco-editor/esm/vs/languages/features/typescript/workerManager.js')) return null;
      return { code: code.replace(/\bcreateWorker: .*ts\.worker\.js.*/, ''), map: null };
    },
  };
}
