import { expect, it } from 'vitest';
import { published, readCourse } from './course.ts';
import { codeParts, findTerm, readGlossary, sortedTerms } from './glossary.ts';
import { smallCourse, write } from './tree.test-support.ts';

const term = (id: string, en: string, ko: string) => ({
  id,
  term: { en, ko },
  definition: { en, ko },
  elsewhere: [],
  library: [],
});

it('sorts the terms by the alphabet of each language', () => {
  const terms = [term('outbox', 'outbox', '아웃박스'), term('cqrs', 'CQRS', 'CQRS'), term('a', 'a', '제약')];

  expect(sortedTerms(terms, 'en').map(({ id }) => id)).toEqual(['a', 'cqrs', 'outbox']);
  expect(sortedTerms(terms, 'ko').map(({ id }) => id)).toEqual(['outbox', 'a', 'cqrs']);
});

it('refuses a <Term> that the glossary does not have', () => {
  const terms = [term('aggregate-root', 'aggregate root', '애그리거트 루트')];

  expect(findTerm(terms, 'aggregate-root', 'content/a/b/ko.mdx').term.ko).toBe('애그리거트 루트');
  expect(() => findTerm(terms, 'agregate-root', 'content/a/b/ko.mdx')).toThrow(
    'content/a/b/ko.mdx: <Term id="agregate-root"> names no term of content/glossary.yaml. Did you mean aggregate-root?',
  );
  expect(() => findTerm(terms, 'stream', 'content/a/b/ko.mdx')).toThrow(
    'content/a/b/ko.mdx: <Term id="stream"> names no term of content/glossary.yaml. Add the term there or correct the id.',
  );
});

it('leaves out the lesson of a term while that lesson is a draft', () => {
  const drafts = Object.fromEntries(
    ['en', 'ko'].map((locale) => [
      `content/cart/late/${locale}.mdx`,
      '---\ndraft: true\n---\n<Exercise id="cart/late-item" />',
    ]),
  );
  const course = readCourse(write({ ...smallCourse, ...drafts }));

  expect(course.glossary[0]?.lesson).toBe('cart/late');
  expect(published(course).glossary[0]?.lesson).toBeUndefined();
});

it('tells code in backticks from text', () => {
  expect(codeParts('`save` stores.')).toEqual([
    { text: 'save', isCode: true },
    { text: ' stores.', isCode: false },
  ]);
});

it('holds the words of this course, each defined in one to three sentences', () => {
  const terms = readGlossary(process.cwd());

  expect(terms.length).toBeGreaterThanOrEqual(40);
  const sentences = (text: string) => text.match(/[.!?]”?(?=\s|$)/g)?.length ?? 0;
  const tooLong = terms.filter(({ definition }) =>
    [definition.en, definition.ko].some((text) => sentences(text) < 1 || sentences(text) > 3),
  );
  expect(tooLong.map(({ id }) => id)).toEqual([]);
});
