/**
 * The worker of a site whose host switched offline use off: takes the place of the one before, deletes what that kept,
 * and goes. Open pages go on by the network.
 */
import { ownCaches } from './kept.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) =>
  event.waitUntil(
    ownCaches(new URL('./', self.location.href).href)
      .then((names) => Promise.all(names.map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  ),
);
