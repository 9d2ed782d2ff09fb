// @ts-check
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { readCourse } from './src/course/course.ts';
import { leftOutLinks } from './src/course/left-out.ts';
import { readLibraryExports } from './src/course/library-exports.ts';
import { offeredCourse } from './src/course/offered.ts';
import { readSite, siteFile } from './src/course/read-site.ts';
import { localeNames } from './src/i18n/locale.ts';
import { contentSecurityPolicy } from './src/integrations/content-security-policy.ts';
import { inlineExcerpts } from './src/integrations/inline-excerpts.ts';
import { injectMonacoStyles } from './src/integrations/inject-monaco-styles.ts';
import { listSiteFiles } from './src/integrations/list-site-files.ts';
import { nameMissingPages } from './src/integrations/name-missing-pages.ts';
import { noLateMonacoFeatures } from './src/integrations/no-late-monaco-features.ts';
import { offlineWorker } from './src/integrations/offline-worker.ts';
import { oneTypeScriptWorker } from './src/integrations/one-typescript-worker.ts';
import { portableSite } from './src/integrations/portable-site.ts';
import { reloadOutline } from './src/starlight/reload-outline.ts';
import { reloadExercises } from './src/integrations/reload-exercises.ts';
import { serveRuntimeFiles } from './src/integrations/serve-runtime-files.ts';
import { readAddress } from './src/integrations/site-address.ts';
import { writeHeaders } from './src/integrations/write-headers.ts';
import { unlinkLeftOut } from './src/integrations/unlink-left-out.ts';
import { sidebarOf } from './src/starlight/sidebar.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
// Here rather than in a hook: Astro prints what a configuration throws, and nothing else runs before it.
const site = await readSite(root);
const course = offeredCourse(root, site);
const address = readAddress({ ...process.env, SITE: process.env.SITE || site.address });

// Set by scripts/pack.ts. Such a site has no address.
const portable = process.env.PORTABLE === '1';

export default defineConfig({
  ...(portable ? {} : address),
  integrations: [
    ...(portable ? [portableSite()] : []),
    starlight({
      title: site.name,
      description: site.description[site.languages[0] ?? 'en'] ?? '',
      favicon: '/favicon.svg',
      head: portable
        ? []
        : [{ tag: 'link', attrs: { rel: 'manifest', href: `${address.base}manifest.webmanifest` } }],
      // src/pages has one in each language.
      disable404Route: true,
      ...(site.logo ? { logo: typeof site.logo === 'string' ? { src: site.logo } : site.logo } : {}),
      defaultLocale: site.languages[0] ?? 'en',
      locales: Object.fromEntries(site.languages.map((lang) => [lang, { label: localeNames[lang], lang }])),
      sidebar: sidebarOf(course, readLibraryExports(root)),
      customCss: ['./src/styles/theme.css', './src/styles/event-storming.css', './src/styles/reference.css'],
      components: {
        Footer: './src/starlight/Footer.astro',
        LanguageSelect: './src/starlight/LanguageSelect.astro',
        PageTitle: './src/starlight/PageTitle.astro',
        Sidebar: './src/starlight/Sidebar.astro',
      },
      routeMiddleware: './src/starlight/route-data.ts',
      // Content lies outside src/content/docs, where Starlight would look for Markdown to process.
      markdown: { processedDirs: ['./content'] },
    }),
    preact(),
    serveRuntimeFiles(site),
    nameMissingPages(),
    ...(portable ? [] : [writeHeaders()]),
    reloadOutline(siteFile(root)),
    contentSecurityPolicy(),
    // Behind whatever changes files.
    offlineWorker(site.offline),
  ],
  markdown: {
    processor: satteri({
      hastPlugins: [unlinkLeftOut(root, leftOutLinks(readCourse(root), course))],
    }),
  },
  vite: {
    define: { 'import.meta.env.PORTABLE': 'false' },
    plugins: [
      inlineExcerpts(),
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
