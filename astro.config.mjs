// @ts-check
import { fileURLToPath } from 'node:url';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { site } from './site.config.ts';
import { published, readCourse } from './src/course/course.ts';
import { readLibraryExports } from './src/course/library-exports.ts';
import { contentSecurityPolicy } from './src/integrations/content-security-policy.ts';
import { injectMonacoStyles } from './src/integrations/inject-monaco-styles.ts';
import { listSiteFiles } from './src/integrations/list-site-files.ts';
import { noLateMonacoFeatures } from './src/integrations/no-late-monaco-features.ts';
import { oneTypeScriptWorker } from './src/integrations/one-typescript-worker.ts';
import { portableSite } from './src/integrations/portable-site.ts';
import { reloadOutline } from './src/starlight/reload-outline.ts';
import { reloadExercises } from './src/integrations/reload-exercises.ts';
import { serveRuntimeFiles } from './src/integrations/serve-runtime-files.ts';
import { sidebarOf } from './src/starlight/sidebar.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
// Here rather than in a hook: Astro prints what a configuration throws, and nothing else runs before it.
const whole = readCourse(root);
// Astro sets this before it reads the configuration, unless it is set already; `astro dev` shows drafts.
const course = process.env.NODE_ENV === 'production' ? published(whole) : whole;

// Set by scripts/pack.ts. Such a site has no address.
const portable = process.env.PORTABLE === '1';

export default defineConfig({
  ...(process.env.SITE && !portable ? { site: process.env.SITE } : {}),
  base: process.env.BASE ?? '/',
  integrations: [
    ...(portable ? [portableSite()] : []),
    starlight({
      title: site.name,
      description: site.description.en,
      favicon: '/favicon.svg',
      defaultLocale: 'en',
      locales: { en: { label: 'English', lang: 'en' }, ko: { label: '한국어', lang: 'ko' } },
      sidebar: sidebarOf(course, readLibraryExports(root)),
      customCss: ['./src/styles/theme.css', './src/styles/event-storming.css', './src/styles/reference.css'],
      components: {
        LanguageSelect: './src/starlight/LanguageSelect.astro',
        PageTitle: './src/starlight/PageTitle.astro',
        Sidebar: './src/starlight/Sidebar.astro',
      },
      // Content lies outside src/content/docs, where Starlight would look for Markdown to process.
      markdown: { processedDirs: ['./content'] },
    }),
    preact(),
    serveRuntimeFiles(),
    reloadOutline(),
    contentSecurityPolicy(),
  ],
  vite: {
    define: { 'import.meta.env.PORTABLE': 'false' },
    plugins: [
      injectMonacoStyles(),
      oneTypeScriptWorker(),
      noLateMonacoFeatures(),
      listSiteFiles(),
      reloadExercises(root),
    ],
    worker: { format: 'es' },
    optimizeDeps: {
      exclude: ['monaco-editor'],
      // Loaded only when they are needed; found then, they would reload the page under the author's hands.
      include: ['esbuild-wasm/esm/browser.js', 'idb', '@jridgewell/trace-mapping'],
    },
    resolve: {
      alias: [
        // Starlight fetches Pagefind's interface when the page is idle; this waits until search is opened.
        {
          find: /^@pagefind\/default-ui$/,
          replacement: fileURLToPath(new URL('./src/starlight/pagefind-when-opened.ts', import.meta.url)),
        },
      ],
    },
  },
});
