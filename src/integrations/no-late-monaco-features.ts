import type { Plugin } from 'vite';

/**
 * Takes out the imports of every feature that Monaco 0.57 has where it starts a language's worker. They would come after
 * the first editor was made, too late for their services: each further editor of the page would throw "depends on
 * UNKNOWN service". `src/editor/features.ts` says which features there are.
 */
export function noLateMonacoFeatures(): Plugin {
  return {
    name: 'past-tense:no-late-monaco-features',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/monaco-editor/esm/vs/internal/common/workers.js')) return null;
      return { code: code.replaceAll(/^import '.*\n/gm, ''), map: null };
    },
  };
}
