/**
 * The worker of a site whose host switched offline use off: takes the place of the one before, deletes what that kept,
 * and goes. Open pages go on by the network, past it: it listens to no requests, because in Firefox those of a page whose
 * worker unregisters meanwhile get no answer.
 */
import { ownCaches } from './kept.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const names = await ownCaches(new URL('./', self.location.href).href);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
