import { fileURLToPath } from 'node:url';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob, type Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { site } from '../site.config.ts';
import { exerciseTextSchema } from './course/exercise-text.ts';
import { locales } from './course/locale.ts';
import { readOutline } from './course/outline.ts';
import { loadReference } from './reference/load-reference.ts';
import { lessonsLoaderName } from './starlight/reload-outline.ts';

const anyLocale = `{${locales.join(',')}}`;

/** content/<chapter>/<lesson>/ko.mdx → `ko/<chapter>/<lesson>`; the front page content/ko.mdx → `ko` */
const docs = defineCollection({
  loader: withReference(
    withTitles(
      glob({
        base: './content',
        pattern: [`${anyLocale}.mdx`, `*/*/${anyLocale}.mdx`],
        generateId: ({ entry }) => localeFirst(entry),
      }),
    ),
  ),
  schema: docsSchema(),
});

/** exercises/<chapter>/<exercise>/ko.mdx → `<chapter>/<exercise>/ko` */
const exercises = defineCollection({
  loader: glob({
    base: './exercises',
    pattern: `*/*/${anyLocale}.mdx`,
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: exerciseTextSchema,
});

/** Changes to Starlight's own words. */
const i18n = defineCollection({ loader: i18nLoader(), schema: i18nSchema() });

export const collections = { docs, exercises, i18n };

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

/** Gives every lesson its title from the outline, and a front page without one the site's name. */
function withTitles(loader: Loader): Loader {
  return {
    name: lessonsLoaderName,
    load: (context) => {
      const titles = lessonTitles(fileURLToPath(context.config.root));
      return loader.load({
        ...context,
        // A new title must reach a lesson whose own file is unchanged.
        generateDigest: (data) => context.generateDigest({ data, titles: Object.fromEntries(titles) }),
        parseData: ({ id, data, ...rest }) =>
          context.parseData({ id, data: { title: site.name, ...data, ...titles.get(id) }, ...rest }),
      });
    },
  };
}

/** Entry id → what the outline adds to its frontmatter. */
function lessonTitles(root: string): Map<string, { title: string }> {
  const lessons = readOutline(root).chapters.flatMap((chapter) => chapter.lessons);
  return new Map(
    lessons.flatMap(({ id, title }) =>
      locales.map((locale) => [`${locale}/${id}`, { title: title[locale] }] as const),
    ),
  );
}
