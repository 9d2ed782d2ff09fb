import { rename, rmdir, stat } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { locales } from '../i18n/locale.ts';

/**
 * Names the pages for what does not exist `<language>/404.html`, as hosts expect and as the one at the root is. Astro
 * knows only that one; where a page is a folder, it makes `<language>/404/index.html`.
 */
export function nameMissingPages(): AstroIntegration {
  return {
    name: 'past-tense:missing-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const locale of locales) {
          const folder = new URL(`${locale}/404/`, dir);
          if (!(await stat(folder).catch(() => undefined))) continue;
          await rename(new URL('index.html', folder), new URL(`${locale}/404.html`, dir));
          await rmdir(folder);
        }
      },
    },
  };
}
