/** What a policy that the host sends forbids although the site needs it. */
export type Lack = { readonly directive: string; readonly sources: readonly string[] };

/**
 * What the pages need, by directive. `'unsafe-inline'` for scripts stands for the hashes in each page's own policy,
 * which differ from page to page; beside that policy it allows nothing more.
 */
const needs: readonly Lack[] = [
  { directive: 'script-src', sources: ["'self'", "'unsafe-inline'", "'wasm-unsafe-eval'", 'blob:'] },
  { directive: 'style-src', sources: ["'self'", "'unsafe-inline'"] },
  { directive: 'worker-src', sources: ["'self'", 'blob:'] },
  { directive: 'connect-src', sources: ["'self'"] },
  { directive: 'img-src', sources: ["'self'", 'data:'] },
  { directive: 'font-src', sources: ["'self'"] },
];

/** Which directives stand in for one that is not given, in this order. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  'worker-src': ['worker-src', 'child-src', 'script-src', 'default-src'],
};

/** The value of a header `Content-Security-Policy`, which may hold several policies; each of them has to allow all. */
export function lacksOf(header: string, origin: string): Lack[] {
  const lacks = header.split(',').flatMap((policy) => {
    const directives = directivesOf(policy);
    return needs.map(({ directive, sources }) => {
      const allowed = (standIns[directive] ?? [directive, 'default-src'])
        .map((name) => directives.get(name))
        .find((found) => found !== undefined);
      const missing = allowed ? sources.filter((source) => !allows(allowed, source, origin)) : [];
      return { directive, sources: missing };
    });
  });
  return needs
    .map(({ directive }) => ({
      directive,
      sources: [
        ...new Set(lacks.filter((lack) => lack.directive === directive).flatMap((lack) => lack.sources)),
      ],
    }))
    .filter(({ sources }) => sources.length > 0);
}

/** Directives that break the site whatever they say. */
export const breakingDirectives = (header: string): string[] =>
  ['sandbox', 'require-trusted-types-for'].filter((name) =>
    header.split(',').some((policy) => directivesOf(policy).has(name)),
  );

function directivesOf(policy: string): Map<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const text of policy.split(';')) {
    const [name, ...sources] = text.trim().split(/\s+/);
    // Of two directives with one name the first counts.
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

function allows(allowed: readonly string[], needed: string, origin: string): boolean {
  const has = (...sources: readonly string[]) => sources.some((source) => allowed.includes(source));
  switch (needed) {
    case "'self'":
      return (
        !has("'strict-dynamic'") && has("'self'", '*', origin, new URL(origin).protocol, new URL(origin).host)
      );
    case "'unsafe-inline'":
      return (
        has("'unsafe-inline'") &&
        !allowed.some((source) => /^'(?:nonce-|sha\d+-|strict-dynamic)/.test(source))
      );
    case "'wasm-unsafe-eval'":
      return has("'wasm-unsafe-eval'", "'unsafe-eval'");
    default:
      return has(needed);
  }
}
