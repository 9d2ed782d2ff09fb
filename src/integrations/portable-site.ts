import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { anywhere, withRelativeLinks } from './relative-links.ts';

/**
 * Builds a site that works wherever it is unpacked, also on a host that knows neither index pages nor addresses without
 * an ending. What is loaded by a script is found from that script; where a page lies below the root, the page says
 * (site-address.ts). It goes into `dist-portable/`, because it is no site to be put online as it is.
 */
export function portableSite(): AstroIntegration {
  return {
    name: 'past-tense:portable-site',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, injectRoute }) => {
        updateConfig({
          base: anywhere,
          outDir: new URL('dist-portable/', config.root),
          build: { format: 'file' },
          vite: {
            define: { 'import.meta.env.PORTABLE': 'true' },
            experimental: { renderBuiltUrl: () => ({ relative: true }) },
          },
        });
        injectRoute({ pattern: 'launch', entrypoint: './src/scorm/launch.astro' });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = new Set(await readdir(folder, { recursive: true }));
        const pages = [...files].filter((name) => name.endsWith('.html'));
        for (const page of pages) {
          const path = `${folder}${page}`;
          await writeFile(path, withRelativeLinks(await readFile(path, 'utf8'), page, files));
        }
        logger.info(`${pages.length} pages have relative links.`);
      },
    },
  };
}
