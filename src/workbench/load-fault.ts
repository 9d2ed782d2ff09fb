/**
 * Why a file of the site is not there. `unreachable`: no answer, a broken one, or the host's own trouble. `damaged`: the
 * host answers, but not with the file that the build made.
 */
export type FaultKind = 'unreachable' | 'damaged';

export class LoadFault extends Error {
  override readonly name = 'LoadFault';

  constructor(
    readonly kind: FaultKind,
    url: string,
    detail: string,
  ) {
    super(`${url}: ${detail}`);
  }
}

export const faultOf = (error: unknown): FaultKind =>
  error instanceof LoadFault ? error.kind : 'unreachable';

const listeners = new Set<() => void>();

/** Calls back whenever a file could not be loaded, whoever asked for it. Returns what ends that. */
export function onLoadFault(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function tellLoadFault(): void {
  for (const tell of listeners) tell();
}
