import type { WorkerMessage } from './release.ts';

let isTold = false;

/**
 * Tells when a version waits to take the place of another. `isFirst`: no worker had the page when it was loaded, so that
 * one is told what the page has loaded. To be called again whenever a worker is found.
 */
export function attendTo(registration: ServiceWorkerRegistration, isFirst: boolean): void {
  const { waiting, installing, active } = registration;
  installing?.addEventListener('statechange', () => attendTo(registration, isFirst));
  if (waiting && active) void import('./new-release.ts').then(({ announce }) => announce(registration));
  if (isFirst && !isTold) void tellLoaded();
}

async function tellLoaded(): Promise<void> {
  isTold = true;
  const { active } = await navigator.serviceWorker.ready;
  const urls = [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)];
  const message: WorkerMessage = { type: 'CACHE_URLS', payload: { urlsToCache: urls } };
  active!.postMessage(message);
}
