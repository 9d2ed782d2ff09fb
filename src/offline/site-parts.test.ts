import { expect, test } from 'vitest';
import { languageOf, pageAddresses, sitePart } from './site-parts.ts';

const languages = ['en', 'ko'] as const;

test.each([
  ['', 'page'],
  ['index.html', 'page'],
  ['en/', 'page'],
  ['ko', 'page'],
  ['en.html', 'page'],
  ['en/aggregates/aggregate-root/', 'page'],
  ['en/aggregates/aggregate-root', 'page'],
  ['en/aggregates/aggregate-root.html', 'page'],
  ['_astro/page.abc.js', 'hashed'],
  ['runtime/sandbox.abc.json', 'hashed'],
  ['pagefind/pagefind.js', 'search'],
  ['favicon.svg', 'small'],
])('%j is known as %s', (path, part) => expect(sitePart(path, languages)).toBe(part));

test.each(['training/en/', 'english/', 'en/picture.png', 'api/data', 'sw.js', 'robots.txt'])(
  '%j belongs to somebody else, or to the network',
  (path) => expect(sitePart(path, languages)).toBe('elsewhere'),
);

test('pages of a language that the site does not have are not its pages', () => {
  expect(sitePart('ko/events/', ['en'])).toBe('elsewhere');
});

test('a page is found by the addresses that hosts give it', () => {
  expect(pageAddresses('en/events/index.html')).toContain('en/events/');
  expect(pageAddresses('index.html')).toContain('');
  expect(pageAddresses('en/events')).toContain('en/events.html');
});

test('the language is that of the first part of the path', () => {
  expect(languageOf('ko/events/', languages)).toBe('ko');
  expect(languageOf('korea/', languages)).toBeUndefined();
  expect(languageOf('', languages)).toBeUndefined();
});
