import { AuthorError } from '../course/author-error.ts';

export type SiteAddress = {
  /** Origin of the site, if the host told it. */
  readonly site?: string;
  /** Path of the site, with a slash at both ends. What a learner stores is named by it. */
  readonly base: string;
};

/** Where the site will stand, from the environment's `SITE` and `BASE`. Throws an `AuthorError` for the host. */
export function readAddress(environment: Readonly<Record<string, string | undefined>>): SiteAddress {
  const { SITE: site, BASE: base } = environment;
  return { ...(site ? { site: readOrigin(site) } : {}), base: base ? readBase(base) : '/' };
}

function readOrigin(text: string): string {
  const refuse = (found: string, todo = 'Write it like SITE=https://courses.example.org') =>
    new AuthorError('SITE', `"${text}" ${found}`, todo);
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw refuse('is no address that begins with https:// or http://');
  }
  const { origin, pathname, search, hash, username } = new URL(text);
  if (username) throw refuse('has a user name in it');
  if (search || hash) throw refuse(`has "${search}${hash}" at its end`);
  if (pathname !== '/') {
    throw refuse(
      `has the path ${pathname}`,
      `A path belongs into BASE: SITE=${origin} BASE=${pathname.replace(/\/?$/, '/')}`,
    );
  }
  return origin;
}

function readBase(text: string): string {
  const refuse = (found: string, todo: string) => new AuthorError('BASE', `"${text}" ${found}`, todo);
  const example = 'Write it like BASE=/training/ddd/';
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) {
    throw refuse('is an address', `BASE is its path alone, SITE the rest. ${example}`);
  }
  if (!text.startsWith('/')) throw refuse('does not begin with a slash', example);
  const segments = text.replace(/^\/|\/$/g, '').split('/');
  if (text !== '/' && segments.includes('')) throw refuse('has two slashes beside each other', example);
  const wrong = segments.find((segment) => segment === '.' || segment === '..' || /[^\w.~-]/.test(segment));
  if (wrong !== undefined) {
    throw refuse(
      `has the part "${wrong}"`,
      'A part is made of the letters a to z, digits, "-", "_", "." and "~", and is not "." or ".."',
    );
  }
  return text.replace(/\/?$/, '/');
}
