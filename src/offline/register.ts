/**
 * Starts the service worker once the page has what it needs itself. Every page runs this; what a worker that is new asks
 * of the page comes when there is one. Where the browser refuses, the site works without.
 */
if (import.meta.env.PROD) addEventListener('load', () => void register());

async function register(): Promise<void> {
  const { serviceWorker } = navigator as Partial<Navigator>;
  const isFirst = !serviceWorker?.controller;
  const address = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}sw.js`;
  const registration = await serviceWorker
    ?.register(address, { updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) return;
  const attend = () => void import('./new-worker.ts').then(({ attendTo }) => attendTo(registration, isFirst));
  registration.addEventListener('updatefound', attend);
  if (registration.waiting || isFirst) attend();
}
