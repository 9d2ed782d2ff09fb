import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCourse } from '../course/course.ts';
import { offeredCourse } from '../course/offered.ts';
import type { Site } from '../course/site-settings.ts';
import { gateReport } from './gate-report.ts';
import { judgeAhead } from './judge-ahead.ts';
import { runtimeFiles } from './runtime-files.ts';

/**
 * Puts what the workbench loads on demand into the folder `runtime/` of the site. In `astro dev` the files are made
 * anew for every request, so they follow the author's edits; an Astro route would keep the list of names it began with.
 * There, `runtime/gate/<exercise id>` is what the gate says about an exercise.
 */
export function serveRuntimeFiles(site: Site): AstroIntegration {
  let root = '';
  let base = '/';
  const offered = () => offeredCourse(root, site).exercises;
  return {
    name: 'past-tense:runtime-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/$/, '');
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const prefix = `${base}/runtime/`;
          if (!request.url?.startsWith(prefix)) return next();
          try {
            const gate = /^gate\/(.+)$/.exec(request.url.slice(prefix.length))?.[1];
            if (gate) {
              response.setHeader('content-type', 'application/json');
              return response.end(JSON.stringify(await gateReport(root, gate)));
            }
            for await (const { name, type, body } of runtimeFiles(root, readCourse(root).exercises, site)) {
              if (name !== request.url.slice(prefix.length)) continue;
              response.setHeader('content-type', type);
              return response.end(body);
            }
            next();
          } catch (error) {
            next(error);
          }
        });
      },
      'astro:build:start': () => judgeAhead(root, offered()),
      'astro:build:done': async ({ dir }) => {
        const folder = new URL('runtime/', dir);
        await mkdir(folder, { recursive: true });
        for await (const { name, body } of runtimeFiles(root, offered(), site)) {
          await writeFile(new URL(name, folder), body);
        }
      },
    },
  };
}
