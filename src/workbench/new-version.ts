import { awakeTimeout } from '../awake-timeout.ts';
import type { WorkbenchFiles } from './exercise-bundle.ts';
import { storagePrefix } from '../site-address.ts';

/**
 * A new version of the site may be put online while a page is open, and take away files that the page has not loaded
 * yet. `past-tense:<base path>:reloaded-from` in `sessionStorage`: the files of the page that was reloaded for it.
 */
const reloadedFrom = `${storagePrefix}:reloaded-from`;

/**
 * Whether a reload would bring another version: the host has this page with other files in it. Says so once; a reload
 * that brought the same page again is no help.
 */
export async function reloadHelps(files: WorkbenchFiles): Promise<boolean> {
  const names = filesOfPage(files);
  if (quietly(() => sessionStorage.getItem(reloadedFrom)) === names.join(' ')) return false;
  try {
    const response = await fetch(location.href, { cache: 'no-store' });
    return response.ok && isOtherVersion(await response.text(), names);
  } catch {
    return false;
  }
}

/** Whether a page is that of a workbench, and names not all of these files. */
export const isOtherVersion = (html: string, names: readonly string[]): boolean =>
  html.includes('<astro-island') && names.some((name) => !html.includes(name));

/** How long a reload waits for `save`. */
const saveMs = 2_000;

/** Reloads the page after `save`, unless that says that there is something to lose. */
export async function reloadPage(files: WorkbenchFiles, save: () => Promise<boolean>): Promise<void> {
  const late = new Promise<boolean>((resolve) => awakeTimeout(() => resolve(true), saveMs));
  if (!(await Promise.race([save(), late]))) return;
  quietly(() => sessionStorage.setItem(reloadedFrom, filesOfPage(files).join(' ')));
  location.reload();
}

function filesOfPage(files: WorkbenchFiles): string[] {
  const island = document.querySelector('astro-island[component-url*="Workbench"]');
  const script = island?.getAttribute('component-url');
  return [...(script ? [script] : []), ...Object.values(files).filter((value) => typeof value === 'string')];
}

/** Where `sessionStorage` is blocked, the learner's own press is what keeps a reload from repeating itself. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
