import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob, type Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { readCourse } from './course/course.ts';
import { exerciseTextSchema } from './course/exercise-text.ts';
import { offeredFrontPage } from './course/front-page.ts';
import { leftOutLinks } from './course/left-out.ts';
import { offered } from './course/offered.ts';
import { readOutline } from './course/outline.ts';
import { site } from './course/site.ts';
import { loadReference } from './reference/load-reference.ts';
import { lessonsLoaderName } from './starlight/reload-outline.ts';

const anyLocale = anyOf(site.languages);
const anyChapter = site.chapters ? anyOf(site.chapters) : '*';

/** content/<chapter>/<lesson>/ko.mdx → `ko/<chapter>/<lesson>`; the front page content/ko.mdx → `ko` */
const docs = defineCollection({
  loader: withReference(
    withTitles(
      glob({
        base: './content',
        pattern: [`${anyLocale}.mdx`, `${anyChapter}/*/${anyLocale}.mdx`],
        generateId: ({ entry }) => localeFirst(entry),
        // Nobody asks for the sources, and a build holds all of them in one module.
        retainBody: false,
      }),
    ),
  ),
  schema: docsSchema(),
});

/**
 * exercises/<chapter>/<exercise>/ko.md → `<chapter>/<exercise>/ko`. Markdown, which is rendered when it is loaded: of a
 * lesson's MDX Vite has to make modules.
 */
const exercises = defineCollection({
  loader: renderedAnew(
    glob({
      base: './exercises',
      pattern: `*/*/${anyLocale}.md`,
      generateId: ({ entry }) => entry.replace(/\.md$/, ''),
      retainBody: false,
    }),
  ),
  schema: exerciseTextSchema,
});

/** Changes to Starlight's own words. */
const i18n = defineCollection({ loader: i18nLoader(), schema: i18nSchema() });

/** The host's message on the front page, by language. */
const message = defineCollection({
  loader: {
    name: 'host-message',
    load: async ({ store, renderMarkdown }) => {
      store.clear();
      for (const [id, body = ''] of Object.entries(site.message ?? {}))
        store.set({ id, data: {}, body, rendered: await renderMarkdown(body) });
    },
  },
});

export const collections = { docs, exercises, i18n, message };

/** The glob for one of these names; braces around a single one would stand for themselves. */
function anyOf(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `{${names.join(',')}}`;
}

function localeFirst(entry: string): string {
  const path = entry.replace(/\.mdx$/, '').split('/');
  return [path.pop(), ...path].join('/');
}

/** Adds the reference pages of the course library; after the lessons, whose loader takes away what it did not load. */
function withReference(loader: Loader): Loader {
  return {
    ...loader,
    load: async (context) => {
      await loader.load(context);
      await loadReference(context);
    },
  };
}

/** Astro keeps what it rendered until the text changes. How code looks and where links may lead changes it as well. */
function renderedAnew(loader: Loader): Loader {
  return {
    ...loader,
    load: (context) => {
      const root = fileURLToPath(context.config.root);
      const code = readFileSync(new URL('ec.config.mjs', context.config.root), 'utf8');
      const pages = readCourse(root).lessons.map((lesson) => [lesson.id, lesson.exercises]);
      return loader.load({
        ...context,
        generateDigest: (data) => context.generateDigest({ data, site, code, pages: JSON.stringify(pages) }),
      });
    },
  };
}

/** Gives every lesson its title from the outline, and the front pages the site's name and what is offered. */
function withTitles(loader: Loader): Loader {
  return {
    name: lessonsLoaderName,
    load: (context) => {
      const root = fileURLToPath(context.config.root);
      const titles = lessonTitles(root);
      const frontPage = offeredFrontPages(root);
      return loader.load({
        ...context,
        // A new title must reach a lesson whose own file is unchanged.
        generateDigest: (data) => context.generateDigest({ data, site, titles: Object.fromEntries(titles) }),
        parseData: ({ id, data, ...rest }) =>
          context.parseData({
            id,
            data: { title: site.name, ...(id.includes('/') ? data : frontPage(data)), ...titles.get(id) },
            ...rest,
          }),
      });
    },
  };
}

/** Entry id → what the outline adds to its frontmatter. */
function lessonTitles(root: string): Map<string, { title: string }> {
  const lessons = readOutline(root).chapters.flatMap((chapter) => chapter.lessons);
  return new Map(
    lessons.flatMap(({ id, title }) =>
      site.languages.map((locale) => [`${locale}/${id}`, { title: title[locale] }] as const),
    ),
  );
}

function offeredFrontPages(root: string): typeof frontPage {
  const whole = readCourse(root);
  const course = offered(whole, site.chapters);
  const isLeftOut = leftOutLinks(whole, course);
  const first = course.lessons[0]?.id ?? '';
  return frontPage;

  function frontPage<Data extends Record<string, unknown>>(data: Data): Data {
    return offeredFrontPage(data, site, (link) => isLeftOut({ file: 'content/front-page.mdx', link }), first);
  }
}
