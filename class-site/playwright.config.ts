import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from '../scripts/find-browser.ts';
import { base } from './base.ts';

const port = Number(process.env['E2E_PORT'] ?? 4398);
const address = `http://localhost:${port}${base}`;

export default defineConfig({
  testDir: '.',
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 12_000 },
  reporter: [['list']],
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    launchOptions: { executablePath: await findBrowser(), args: browserArguments },
  },
  webServer: {
    command: `astro preview --root .. --outDir class-site/dist --port ${port}`,
    url: address,
    env: { BASE: base },
  },
});
