import { listed } from './built-files.ts';

/** What an open workbench downloads before it is imported, as in `site-files.ts`. */
export const scripts = {
  editor: () => listed('%scripts of editor%', here),
  plain: () => listed('%scripts of plain%', here),
  compiler: () => listed('%scripts of compiler%', here),
  typescript: () => listed('%scripts of typescript%', here),
  timeline: () => listed('%scripts of timeline%', here),
  beside: () => listed('%scripts of beside%', here),
};

export const importMonaco = () => import('../editor/load-editor.ts').then(({ loadEditor }) => loadEditor());
export const importTimeline = () => import('../timeline/Timeline.tsx');
export const importBeside = () => import('../timeline/Beside.tsx');

const here = import.meta.url;
