import { z } from 'astro/zod';
import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import { type Locale, locales } from './locale.ts';
import type { Outline } from './outline.ts';
import { parseValue } from './yaml.ts';

const words = z.string().trim().min(1, 'the text is empty');
const perLanguage = z.strictObject({ en: words.optional(), ko: words.optional() });

/** What a host may choose; docs/class.md says what each does. */
const schema = z.strictObject({
  /** Title of the site. */
  name: words,
  /** One sentence for search engines and the start page, in every language offered. */
  description: perLanguage,
  /** Image beside the name, as a path from this file: one for both themes, or one for each. */
  logo: z.union([words, z.strictObject({ light: words, dark: words })]).optional(),
  /** `https://learn.example`, for addresses in the pages. `SITE` in the environment goes before it. */
  address: z
    .string()
    .refine(isOrigin, 'not an address such as https://learn.example, without a path')
    .optional(),
  /** The first is that of pages that belong to none. */
  languages: z
    .array(z.enum(locales))
    .min(1, 'no language is offered')
    .default([...locales]),
  /** Ids of content/outline.yaml, whose order they keep; without this, every chapter. */
  chapters: z.array(z.string()).min(1, 'no chapter is offered').optional(),
  /** `false`: neither solutions nor what they did when they ran are part of the site. */
  solutions: z.boolean().default(true),
  /**
   * Whether learners can use the course without a network, by a service worker (docs/offline.md). After `false` the
   * next build takes the worker of an earlier one away, with what it kept.
   */
  offline: z.boolean().default(true),
  /** On the front page, in Markdown. */
  message: perLanguage.optional(),
});

/** The type of site.config.ts. */
export type SiteConfig = z.input<typeof schema>;

export type Site = z.output<typeof schema>;

/** Validates the choices of a host, who is told by an AuthorError; `file` is the path from the project root. */
export function checkSite(file: string, value: unknown): Site {
  const site = parseValue(schema, { file, value });
  refuseRepeats(file, 'languages', site.languages);
  refuseRepeats(file, 'chapters', site.chapters ?? []);
  for (const locale of site.languages) {
    if (site.description[locale] === undefined) throw lacking(file, 'description', locale);
    if (site.message && site.message[locale] === undefined) throw lacking(file, 'message', locale);
  }
  return site;
}

export function refuseUnknownChapters(file: string, site: Site, { chapters }: Outline): void {
  const known = chapters.map(({ id }) => id);
  const unknown = site.chapters?.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  throw new AuthorError(
    file,
    `chapters names "${unknown}", which content/outline.yaml does not have`,
    didYouMean(unknown, known, `There are ${known.join(', ')}.`),
  );
}

function refuseRepeats(file: string, key: string, values: readonly string[]): void {
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated === undefined) return;
  throw new AuthorError(file, `${key} names "${repeated}" twice`, 'Name it once.');
}

const lacking = (file: string, key: string, locale: Locale): AuthorError =>
  new AuthorError(
    file,
    `${key}.${locale} is missing, and that language is offered`,
    `Add it, or take ${locale} out of languages.`,
  );

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && [origin, `${origin}/`].includes(text.toLowerCase());
}
