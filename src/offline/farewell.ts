/**
 * The worker of a site whose host switched offline use off: takes the place of the one before, deletes what that kept,
 * and goes. Open pages go on by the network.
 */
import { ownCaches } from './kept.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(leave()));
// A page that was kept may have called the worker back by registering it once more.
self.addEventListener('fetch', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const names = await ownCaches(new URL('./', self.location.href).href);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
