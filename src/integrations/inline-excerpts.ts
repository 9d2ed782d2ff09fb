import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts the sources that a lesson imports, `import menu from './menu.program.ts?raw'`, into the lesson's own module when
 * the site is built. A module for each would cost more memory than its text.
 */
export function inlineExcerpts(): Plugin {
  return {
    name: 'past-tense:inline-excerpts',
    apply: 'build',
    // Behind MDX.
    enforce: 'post',
    transform: {
      filter: { id: /\.mdx$/ },
      handler: (code, id) => ({ code: withSources(code, dirname(id)), map: { mappings: '' } }),
    },
  };
}

function withSources(code: string, folder: string): string {
  return code.replace(/^import (\w+) from "(\.[^"]*)\?raw";$/gm, (written, name: string, path: string) => {
    const source = textOf(join(folder, path));
    // Vite says of a file that is not there what it always says.
    return source === undefined ? written : `const ${name} = ${JSON.stringify(source)};`;
  });
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
