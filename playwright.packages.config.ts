import config from './playwright.config.ts';

/** Drives the packages that `scripts/pack.ts` left here, each from a server that the test starts itself. */
export default { ...config, testMatch: '*.package.ts', webServer: [] };
