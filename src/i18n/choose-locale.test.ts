import { expect, it } from 'vitest';
import { chooseLocale, localeOfPath } from './choose-locale.ts';

it.each([
  { chosen: 'ko', browser: ['en-US', 'en'], locale: 'ko' },
  { chosen: null, browser: ['ko-KR', 'en'], locale: 'ko' },
  { chosen: null, browser: ['fr', 'EN-gb', 'ko'], locale: 'en' },
  { chosen: 'fr', browser: ['ko'], locale: 'ko' },
  { chosen: null, browser: ['fr', 'kok-IN'], locale: undefined },
  { chosen: null, browser: [], locale: undefined },
])('chosen $chosen in a browser of $browser leads to $locale', ({ chosen, browser, locale }) => {
  expect(chooseLocale(chosen, browser)).toBe(locale);
});

it.each([
  { path: '/ko/', base: '/', locale: 'ko' },
  { path: '/past-tense/en/cart/late/', base: '/past-tense', locale: 'en' },
  { path: '/past-tense/', base: '/past-tense/', locale: undefined },
  { path: '/korea/', base: '/', locale: undefined },
])('$path below $base is in $locale', ({ path, base, locale }) => {
  expect(localeOfPath(path, base)).toBe(locale);
});
