import { expect, it } from 'vitest';
import { breakingDirectives, lacksOf } from './header-policy.ts';

const origin = 'https://course.example';
const lacks = (header: string) =>
  lacksOf(header, origin).map(({ directive, sources }) => `${directive} ${sources.join(' ')}`);

it.each([
  "frame-ancestors 'self'",
  "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob: data:",
  "default-src 'none'; script-src https: 'unsafe-inline' 'unsafe-eval' blob:; style-src * 'unsafe-inline'; connect-src https://course.example; img-src 'self' data:; font-src course.example",
])('finds nothing lacking in "%s"', (header) => {
  expect(lacks(header)).toEqual([]);
});

it("names what default-src 'self' forbids, directive by directive", () => {
  expect(lacks("default-src 'self'")).toEqual([
    "script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:",
    "style-src 'unsafe-inline'",
    'worker-src blob:',
    'img-src data:',
  ]);
});

it('knows that script-src stands in for worker-src', () => {
  expect(lacks("script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'")).toEqual([
    'script-src blob:',
    'worker-src blob:',
  ]);
});

it("knows that a hash or a nonce switches 'unsafe-inline' off", () => {
  expect(lacks("script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob: 'nonce-abc'")).toEqual([
    "script-src 'unsafe-inline'",
  ]);
});

it('holds several policies in one header to the strictest of each', () => {
  expect(lacks("img-src 'self', font-src 'none'")).toEqual(['img-src data:', "font-src 'self'"]);
});

it('names directives that break the site whatever they say', () => {
  expect(breakingDirectives("default-src 'self'; Sandbox allow-scripts")).toEqual(['sandbox']);
  expect(breakingDirectives("frame-ancestors 'self', require-trusted-types-for 'script'")).toEqual([
    'require-trusted-types-for',
  ]);
});
