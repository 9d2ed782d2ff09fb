import type { WorkerMessage } from './release.ts';

/** Starts the service worker once the page has what it needs itself. Every page runs this; what it says comes later. */
if (import.meta.env.PROD && 'serviceWorker' in navigator) addEventListener('load', () => void register());

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  const address = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}sw.js`;
  // Where the browser refuses, the site works without.
  const registration = await serviceWorker
    .register(address, { updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) return;
  const look = () => {
    if (registration.waiting && registration.active)
      void import('./new-release.ts').then(({ announce }) => announce(registration));
  };
  look();
  registration.addEventListener('updatefound', () =>
    registration.installing!.addEventListener('statechange', look),
  );
  // A tab may stay open for days.
  document.addEventListener('visibilitychange', () => void registration.update().catch(() => undefined));
  if (serviceWorker.controller) return;
  // The first worker has seen nothing of this page.
  const urls = [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)];
  const message: WorkerMessage = { type: 'CACHE_URLS', payload: { urlsToCache: urls } };
  (await serviceWorker.ready).active!.postMessage(message);
}
