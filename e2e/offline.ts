import type { Page } from '@playwright/test';
import { startHost } from './host.ts';
import { test as base } from './test.ts';

type Server = Awaited<ReturnType<typeof startHost>>;

/** A host of its own for each test, which can be stopped and be given another version; the worker may be there. */
export const test = base.extend<{
  server: { current: Server; stop(): Promise<void>; start(): Promise<void> };
}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from here
  server: async ({}, use) => {
    const server = {
      current: await startHost({}),
      stop: () => server.current.close(),
      async start() {
        server.current = await startHost({ port: Number(new URL(server.current.address).port) });
      },
    };
    await use(server);
    await server.stop().catch(() => undefined);
  },
  baseURL: async ({ server }, use) => use(server.current.address),
  serviceWorkers: 'allow',
  // oxlint-disable-next-line no-empty-pattern -- as above
  allowedErrors: async ({}, use) =>
    use([/Failed to load resource|Failed to fetch dynamically imported module|net::ERR/]),
});

/** For what waits for the whole course, or for a worker. */
export const slow = { timeout: 60_000 };

export const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(`${name} ${url}`);
    return found;
  });
