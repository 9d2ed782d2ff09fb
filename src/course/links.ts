import { join, posix } from 'node:path';
import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import { readText } from './files.ts';
import type { GlossaryTerm } from './glossary.ts';
import type { Lesson } from './lessons.ts';
import { readLibraryExports } from './library-exports.ts';
import { type Locale, locales } from './locale.ts';
import { headingAnchors, linksIn } from './mdx.ts';

/** A text that holds links. Those of an exercise start on the page of its lesson, also where it has its own page. */
interface Text {
  readonly file: string;
  /** Where its page is, without the base path of the site: `/ko/cart/late/`. */
  readonly address: string;
  readonly draft: boolean;
  readonly links: readonly string[];
}

interface Page {
  readonly draft: boolean;
  /** undefined: they are not known here. */
  readonly anchors: readonly string[] | undefined;
}

/**
 * Refuses what leads nowhere: links of lessons, their exercises and the front pages to a page or a heading that the
 * site does not have. Links to other sites are not followed. Throws an AuthorError at the first.
 */
export function refuseDeadLinks(
  root: string,
  lessons: readonly Lesson[],
  glossary: readonly GlossaryTerm[],
): void {
  const texts = locales.flatMap((locale) => textsOf(root, lessons, locale));
  // Reading the library means parsing it, and few texts name its pages other than by <Api>.
  const leadToReference = texts.some(({ links }) => links.some((link) => link.includes('reference/')));
  const pages = new Map([
    ...locales.flatMap((locale) => pagesOf(root, lessons, glossary, locale)),
    ...(leadToReference ? referencePages(root) : []),
  ]);
  for (const text of texts) for (const link of text.links) refuseDeadLink(link, text, pages);
}

function textsOf(root: string, lessons: readonly Lesson[], locale: Locale): Text[] {
  const text = (file: string, address: string, draft: boolean): Text => ({
    file,
    address,
    draft,
    links: linksIn(readText(join(root, file)) ?? ''),
  });
  return [
    text(`content/${locale}.mdx`, `/${locale}/`, false),
    ...lessons.flatMap(({ id, draft, exercises }) =>
      [
        `content/${id}/${locale}.mdx`,
        ...exercises.map((exercise) => `exercises/${exercise}/${locale}.md`),
      ].map((file) => text(file, `/${locale}/${id}/`, draft)),
    ),
  ];
}

function pagesOf(
  root: string,
  lessons: readonly Lesson[],
  glossary: readonly GlossaryTerm[],
  locale: Locale,
): [address: string, Page][] {
  const anchors = (file: string) => headingAnchors(readText(join(root, file)) ?? '');
  return [
    [`/${locale}/`, { draft: false, anchors: anchors(`content/${locale}.mdx`) }],
    [`/${locale}/glossary/`, { draft: false, anchors: glossary.map(({ id }) => id) }],
    [`/${locale}/progress/`, { draft: false, anchors: ['data'] }],
    [`/${locale}/exercises/`, { draft: false, anchors: [] }],
    ...lessons.flatMap(({ draft, exercises }) =>
      exercises.map((id): [string, Page] => [`/${locale}/exercises/${id}/`, { draft, anchors: [] }]),
    ),
    ...lessons.map(({ id, draft }): [string, Page] => [
      `/${locale}/${id}/`,
      { draft, anchors: anchors(`content/${id}/${locale}.mdx`) },
    ]),
  ];
}

function referencePages(root: string): [address: string, Page][] {
  const ends = ['', ...readLibraryExports(root).map(({ id }) => `${id}/`)];
  return locales.flatMap((locale) =>
    ends.map((end): [string, Page] => [`/${locale}/reference/${end}`, { draft: false, anchors: undefined }]),
  );
}

function refuseDeadLink(
  link: string,
  { file, address, draft }: Text,
  pages: ReadonlyMap<string, Page>,
): void {
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(link)) return;
  const { pathname, hash } = new URL(link, `https://course.invalid${address}`);
  const [, anchor = ''] = link.split('#');
  const page = pages.get(pathname);
  const refuse = (found: string, todo: string): never => {
    throw new AuthorError(file, `the link ${link} ${found}`, todo);
  };
  if (link.startsWith('/')) {
    const todo = page
      ? `Write ${relativeLink(address, pathname)}${hash}.`
      : 'Start from this page, as in ../other-lesson/.';
    return refuse('leaves out the base path that a host may choose', todo);
  }
  if (!page) {
    return refuse(
      'leads to no page',
      didYouMean(
        relativeLink(address, pathname),
        leavesOf(pages).map((other) => relativeLink(address, other)),
        'A link to a lesson starts from this page and ends in a slash, as in ../other-lesson/.',
      ),
    );
  }
  if (page.draft && !draft) {
    return refuse(
      'leads to a draft, which the build leaves out',
      'Finish that lesson, or take the link out.',
    );
  }
  if (anchor === '') return;
  if (!page.anchors) {
    return refuse('leads into a page of the reference', 'Its headings are not checked: link to the page.');
  }
  if (!page.anchors.includes(anchor)) {
    const known = page.anchors.map((each) => `#${each}`);
    return refuse('names no heading of its page', didYouMean(`#${anchor}`, known, 'Link to the page alone.'));
  }
}

function relativeLink(from: string, to: string): string {
  return `${posix.relative(from, to) || '.'}/`;
}

/** Addresses below which no other lies: the others are near to whatever was written below them. */
function leavesOf(pages: ReadonlyMap<string, Page>): string[] {
  const addresses = [...pages.keys()];
  return addresses.filter((each) => !addresses.some((other) => other !== each && other.startsWith(each)));
}
