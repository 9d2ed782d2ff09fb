import { expect, it } from 'vitest';
import { headersFile } from './write-headers.ts';

it('tells a host the headers of a site below a path', () => {
  expect(headersFile('/training/ddd/')).toBe(`/training/ddd/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: frame-ancestors 'self'
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), microphone=(), geolocation=()
/training/ddd/_astro/*
  Cache-Control: public, max-age=31536000, immutable
/training/ddd/runtime/*
  Cache-Control: public, max-age=31536000, immutable
`);
});

it('begins with a slash at the root of a host', () => {
  expect(headersFile('/').match(/^\S+$/gm)).toEqual(['/*', '/_astro/*', '/runtime/*']);
});
