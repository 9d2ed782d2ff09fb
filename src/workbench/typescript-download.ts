import { scripts } from './workbench-files.ts';
import type { Downloads } from './downloads.ts';

let arrive: () => void;
let downloading: Promise<unknown> | undefined;

/** Monaco waits for this before it starts TypeScript: a worker that it starts in vain it never starts again. */
export const typescriptArrived = new Promise<void>((resolve) => (arrive = resolve));

/** Downloads TypeScript for editor and source checks, once for the page. Rejects when that fails; the next call tries again. */
export async function downloadTypeScript({ get }: Downloads): Promise<void> {
  downloading ??= Promise.all(scripts.typescript().map((file) => get('compiler', file)));
  try {
    await downloading;
    arrive();
  } catch (error) {
    downloading = undefined;
    throw error;
  }
}
