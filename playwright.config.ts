import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './scripts/find-browser.ts';

const port = Number(process.env['E2E_PORT'] ?? 4399);
const address = `http://localhost:${port}${(process.env['BASE'] ?? '/').replace(/\/?$/, '/')}`;

export default defineConfig({
  testDir: 'e2e',
  // Those need servers of Debian; playwright.servers.config.ts runs them.
  testIgnore: 'servers/**',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Browsers on a busy machine meet in orders that nobody foresaw. What passes only the second time is listed as flaky,
  // and is to be understood like a failure.
  retries: 1,
  timeout: 40_000,
  maxFailures: 8,
  expect: { timeout: 12_000 },
  reporter: [['list']],
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    actionTimeout: 12_000,
    // What a service worker asks for passes by the routes of a test; e2e/offline.spec.ts allows it.
    serviceWorkers: 'block',
    launchOptions: { executablePath: await findBrowser(), args: browserArguments },
  },
  // Drives what `npm run build` left in dist.
  webServer: { command: 'node scripts/serve.ts', url: address, env: { PORT: String(port) } },
});
