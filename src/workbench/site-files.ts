import { listed } from './built-files.ts';

/**
 * Scripts that are downloaded by `fetch` before they are imported. `fetch` tells how far it is, and a download that
 * failed can be tried again: Firefox and Safari remember for as long as the page lives that an `import()` failed. The
 * import then takes the file out of the browser's cache. It is also looked at whether the file is whole: a script of which
 * a half came, or a page in its place, is remembered as failed too.
 *
 * The build puts names, sizes and SHA-256 into the texts (`integrations/list-site-files.ts`):
 * `open-editor.CF-8.js:858252:n4bQ… …`.
 * In `astro dev` the lists are empty, and the imports load what they need.
 *
 * This list is part of a lesson; those of what an open workbench loads come with it (`workbench-files.ts`).
 */
export const workbenchScripts = () => listed('%scripts of workbench%', import.meta.url);

// The import stands beside the list, so that the name of this script changes with every script that is listed.
export const importWorkbench = () => import('./OpenWorkbench.tsx');
