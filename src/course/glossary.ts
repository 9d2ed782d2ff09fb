import { join } from 'node:path';
import { z } from 'astro/zod';
import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import { readText } from './files.ts';
import type { Locale } from './locale.ts';
import { oncePerBuild } from './once-per-build.ts';
import { idPattern, type Outline } from './outline.ts';
import { parseYaml } from './yaml.ts';

/** A word of the course. Texts may hold `code` in backticks, and no other Markdown. */
export interface GlossaryTerm {
  /** The anchor on the glossary's page; it stays. */
  readonly id: string;
  readonly term: Record<Locale, string>;
  readonly definition: Record<Locale, string>;
  /** What others call it, each as `Spring Data: AbstractAggregateRoot`. */
  readonly elsewhere: readonly string[];
  /** Exports of the course library that are or do it. */
  readonly library: readonly string[];
  readonly source?: string | undefined;
  /** Id of the lesson that teaches it. */
  readonly lesson?: string | undefined;
}

export const glossaryFile = 'content/glossary.yaml';

/**
 * Reads content/glossary.yaml:
 *
 *     terms:
 *       - id: aggregate-root
 *         term: { en: aggregate root, ko: 애그리거트 루트 }
 *         definition: { en: The one object of an aggregate that …, ko: … }
 *         elsewhere: ['Spring Data: `AbstractAggregateRoot`']
 *         library: [AggregateRoot]
 *         source: ddd-crew, EventStorming glossary
 *         lesson: aggregates/aggregate-root
 *
 * The last four may be left out. Throws an AuthorError at the first mistake.
 */
export const readGlossary = oncePerBuild((root: string): readonly GlossaryTerm[] => {
  const text = readText(join(root, glossaryFile));
  if (text === undefined)
    throw new AuthorError(glossaryFile, 'the file is missing', 'Add it with terms: [].');
  const { terms } = parseYaml(glossarySchema, { file: glossaryFile, text });
  refuseRepeats(terms);
  return terms;
});

/** The term of that id. Throws an AuthorError about the lesson that asks for it. */
export function findTerm(terms: readonly GlossaryTerm[], id: string, askedBy: string): GlossaryTerm {
  const found = terms.find((term) => term.id === id);
  if (found) return found;
  const ids = terms.map((term) => term.id);
  throw new AuthorError(
    askedBy,
    `<Term id="${id}"> names no term of ${glossaryFile}`,
    didYouMean(id, ids, 'Add the term there or correct the id.'),
  );
}

/** The terms in the order of a language: alphabetical, 가나다. */
export function sortedTerms(terms: readonly GlossaryTerm[], locale: Locale): GlossaryTerm[] {
  const { compare } = new Intl.Collator(locale);
  return terms.toSorted((one, other) => compare(one.term[locale], other.term[locale]));
}

/** A text cut at its backticks, for what cannot show Markdown. */
export function codeParts(text: string): { readonly text: string; readonly isCode: boolean }[] {
  return text
    .split('`')
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

const words = z.string().trim().min(1, 'the text is empty');
const inBoth = z.strictObject({ en: words, ko: words });
const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id: z.string().regex(idPattern, 'an id has small letters, digits and hyphens only'),
      term: inBoth,
      definition: inBoth,
      elsewhere: z.array(words).default([]),
      library: z.array(words).default([]),
      source: words.optional(),
      lesson: words.optional(),
    }),
  ),
});

function refuseRepeats(terms: readonly GlossaryTerm[]): void {
  const repeated = terms.find(({ id }, index) => terms.findIndex((other) => other.id === id) !== index);
  if (repeated) {
    throw new AuthorError(
      glossaryFile,
      `the id ${repeated.id} stands here twice`,
      'Give each term its own id.',
    );
  }
}

export function refuseUnknownLessons(terms: readonly GlossaryTerm[], { chapters }: Outline): void {
  const lessons = chapters.flatMap((chapter) => chapter.lessons.map(({ id }) => id));
  const lost = terms.find(({ lesson }) => lesson !== undefined && !lessons.includes(lesson));
  if (lost) {
    throw new AuthorError(
      glossaryFile,
      `the term ${lost.id} names the lesson ${lost.lesson}, which the outline does not have`,
      didYouMean(lost.lesson ?? '', lessons, `There are ${lessons.join(', ')}.`),
    );
  }
}
