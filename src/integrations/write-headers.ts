import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/**
 * Puts the recommended headers into the site as a `_headers` file, which Netlify, Cloudflare and others read. Made at build
 * because its paths begin with the site's own. Servers that do not know it get the same headers from `deploy/`.
 */
export function writeHeaders(): AstroIntegration {
  let base = '/';
  return {
    name: 'past-tense:headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => writeFile(new URL('_headers', dir), headersFile(base)),
    },
  };
}

/** Pages have no `Cache-Control` here: Cloudflare joins the values of all rules that match, and both hosts revalidate pages. */
export function headersFile(base: string): string {
  const immutable = 'Cache-Control: public, max-age=31536000, immutable';
  const rules: Readonly<Record<string, readonly string[]>> = {
    '*': [
      'X-Content-Type-Options: nosniff',
      "Content-Security-Policy: frame-ancestors 'self'",
      'Referrer-Policy: no-referrer',
      'Permissions-Policy: camera=(), microphone=(), geolocation=()',
    ],
    '_astro/*': [immutable],
    'runtime/*': [immutable],
  };
  return Object.entries(rules)
    .flatMap(([path, headers]) => [`${base}${path}`, ...headers.map((header) => `  ${header}`)])
    .join('\n')
    .concat('\n');
}
