import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFarewell, writeOfflineFiles } from './offline-files.ts';

/**
 * Gives the built site its service worker, or, where the host wants none, one that takes an earlier one away. It stands
 * behind whatever changes files.
 */
export function offlineWorker(isOffered: boolean): AstroIntegration {
  return {
    name: 'past-tense:offline-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        if (!isOffered) return writeFarewell(folder);
        const { version, languages } = await writeOfflineFiles(folder);
        const sizes = Object.entries(languages).map(
          ([locale, { bytes, packedBytes }]) =>
            `${locale} ${megabytes(bytes)}, packed ${megabytes(packedBytes)}`,
        );
        logger.info(`Version ${version} can be kept: ${sizes.join('; ')}.`);
      },
    },
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
