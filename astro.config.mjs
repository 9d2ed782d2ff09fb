// @ts-check
import { fileURLToPath } from 'node:url';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { site } from './site.config.ts';
import { readCourse } from './src/course/course.ts';
import { injectMonacoStyles } from './src/integrations/inject-monaco-styles.ts';
import { reloadOutline } from './src/starlight/reload-outline.ts';
import { sidebarOf } from './src/starlight/sidebar.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
// Here rather than in a hook: Astro prints what a configuration throws, and nothing else runs before it.
const course = readCourse(root);

export default defineConfig({
  ...(process.env.SITE ? { site: process.env.SITE } : {}),
  base: process.env.BASE ?? '/',
  integrations: [
    starlight({
      title: site.name,
      description: site.description.en,
      favicon: '/favicon.svg',
      defaultLocale: 'en',
      locales: { en: { label: 'English', lang: 'en' }, ko: { label: '한국어', lang: 'ko' } },
      sidebar: sidebarOf(course),
      customCss: ['./src/styles/theme.css', './src/styles/event-storming.css'],
      components: {
        LanguageSelect: './src/starlight/LanguageSelect.astro',
        Sidebar: './src/starlight/Sidebar.astro',
      },
      // Content lies outside src/content/docs, where Starlight would look for Markdown to process.
      markdown: { processedDirs: ['./content'] },
    }),
    preact(),
    reloadOutline(),
  ],
  vite: {
    plugins: [injectMonacoStyles()],
    worker: { format: 'es' },
    optimizeDeps: { exclude: ['monaco-editor'] },
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
