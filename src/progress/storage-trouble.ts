/**
 * Why something is not stored. `blocked`: the browser stores nothing for this site. `full`: there is no room.
 * `outdated`: a newer version of this site keeps the data; this page must be loaded anew, and writes nothing over it.
 */
export type StorageTrouble = 'blocked' | 'full' | 'outdated';

let current: StorageTrouble | undefined;
const listeners = new Set<(trouble: StorageTrouble | undefined) => void>();

/** Nothing ends a trouble, except that of a page that is outdated. */
export function tellTrouble(trouble: StorageTrouble | undefined): void {
  if (current === trouble || current === 'outdated') return;
  current = trouble;
  for (const tell of listeners) tell(trouble);
}

/** Calls back at once and with every change. Returns what ends that. */
export function onTrouble(tell: (trouble: StorageTrouble | undefined) => void): () => void {
  listeners.add(tell);
  tell(current);
  return () => listeners.delete(tell);
}

export function troubleOf(error: unknown): StorageTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'outdated' : 'blocked';
}
