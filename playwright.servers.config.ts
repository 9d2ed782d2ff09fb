import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

const { webServer: _, testIgnore: __, ...others } = config;

/** The built site on the servers of deploy/, which have to be installed; see .ci/run. */
export default defineConfig({
  ...others,
  testDir: 'e2e/servers',
  workers: 1,
  globalSetup: './e2e/servers/site.ts',
});
