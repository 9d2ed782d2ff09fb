import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { outlineFile } from '../course/outline.ts';

/** The loader that puts the outline's titles into the lessons; see content.config.ts. */
export const lessonsLoaderName = 'lessons';

/** Astro reloads no content while a restart is loading the configuration of the content. */
const restartMs = 1500;

/**
 * While developing, a change of the outline restarts the site (the sidebar) and reloads the lessons (their titles); so
 * does a change of the file with the host's choices, an absolute path.
 */
export function reloadOutline(siteFile: string): AstroIntegration {
  let outline: URL;
  return {
    name: 'reload-outline',
    hooks: {
      'astro:config:setup': ({ addWatchFile, config }) => {
        outline = new URL(outlineFile, config.root);
        addWatchFile(outline);
        addWatchFile(siteFile);
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        // An outline with a mistake is told about by the restart.
        const reload = () => refreshContent?.({ loaders: [lessonsLoaderName] }).catch(() => {});
        server.watcher.on('change', (path) => {
          if ([fileURLToPath(outline), siteFile].includes(path)) setTimeout(reload, restartMs);
        });
      },
    },
  };
}
