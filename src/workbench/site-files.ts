import type { BuiltFile } from './integrity.ts';

/**
 * Scripts that are downloaded by `fetch` before they are imported. `fetch` tells how far it is, and a download that
 * failed can be tried again: Firefox and Safari remember for as long as the page lives that an `import()` failed. The
 * import then takes the file out of the browser's cache. It is also looked at whether the file is whole: a script of which
 * a half came, or a page in its place, is remembered as failed too.
 *
 * The build puts names, sizes and SHA-256 into the texts (`integrations/list-site-files.ts`):
 * `open-editor.CF-8.js:858252:n4bQ… …`.
 * In `astro dev` the lists are empty, and the imports load what they need.
 */
export const scripts = {
  workbench: () => listed('%scripts of workbench%'),
  editor: () => listed('%scripts of editor%'),
  plain: () => listed('%scripts of plain%'),
  compiler: () => listed('%scripts of compiler%'),
  typescript: () => listed('%scripts of typescript%'),
  timeline: () => listed('%scripts of timeline%'),
  beside: () => listed('%scripts of beside%'),
};

// These imports stand beside the lists, so that the name of this script changes with every script that is listed.
export const importWorkbench = () => import('./OpenWorkbench.tsx');
export const importMonaco = () => import('../editor/load-editor.ts').then(({ loadEditor }) => loadEditor());
export const importTimeline = () => import('../timeline/Timeline.tsx');
export const importBeside = () => import('../timeline/Beside.tsx');

const here = import.meta.url;

const listed = (text: string): BuiltFile[] =>
  [...text.matchAll(/(\S+):(\d+):(\S+)/g)].map(([, name, bytes, hash]) => ({
    url: new URL(name!, here).href,
    bytes: Number(bytes),
    integrity: `sha256-${hash}`,
  }));
