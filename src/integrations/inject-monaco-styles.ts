import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Turns Monaco's style sheets into modules that add their rules when they run. Astro links every style sheet that
 * it can reach from a page's scripts, even through `import()`; 175 kB would block the first paint of each lesson.
 */
export function injectMonacoStyles(): Plugin {
  return {
    name: 'past-tense:inject-monaco-styles',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('.css') || !importer?.includes('/monaco-editor/')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved ? `\0monaco-style:${resolved.id}.js` : null;
    },
    async load(id) {
      const path = /^\0monaco-style:(.*)\.js$/.exec(id)?.[1];
      if (path === undefined) return null;
      return styleModule(await readFile(path, 'utf8'), dirname(path));
    },
  };
}

/** One file of Monaco's refers to another: the icon font. It becomes an asset of the site. */
function styleModule(css: string, folder: string): string {
  const [, file] = /url\((\.\/[^)]+)\)/.exec(css) ?? [];
  const text = JSON.stringify(css);
  return [
    file ? `import asset from ${JSON.stringify(`${resolve(folder, file)}?url`)};` : 'const asset = "";',
    `const id = 'monaco-styles';`,
    `let element = document.getElementById(id);`,
    `if (!element) document.head.append((element = Object.assign(document.createElement('style'), { id })));`,
    `element.append(${file ? `${text}.replace(${JSON.stringify(`url(${file})`)}, 'url(' + asset + ')')` : text});`,
  ].join('\n');
}
