import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inlineHash } from './inline-hash.ts';
import { withPolicy } from './page-policy.ts';
import { frameScript } from './sandbox-files.ts';
import { someAtATime } from './some-at-a-time.ts';

/**
 * Gives every built page its policy. Not Astro's `security.csp`: it hashes neither `is:inline` scripts, of which
 * Starlight has six, nor knows which of a page's hashes another page needs. What stands in the file is hashed here.
 * `astro dev` has no policy, because Vite works by inline scripts.
 */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'past-tense:content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const frame = inlineHash(await frameScript());
        const folder = fileURLToPath(dir);
        const names = await readdir(folder, { recursive: true });
        const pages = names.filter((name) => name.endsWith('.html'));
        await someAtATime(pages, async (page) => {
          const path = `${folder}${page}`;
          await writeFile(path, withPolicy(await readFile(path, 'utf8'), frame, page));
        });
        logger.info(`${pages.length} pages have their policy.`);
      },
    },
  };
}
