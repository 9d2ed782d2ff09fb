import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AuthorError } from './author-error.ts';
import { readOutline } from './outline.ts';
import { checkSite, refuseUnknownChapters, type Site } from './site-settings.ts';

/** The file with the host's choices: `SITE_CONFIG`, a path from the project root, else site.config.ts. */
export const siteFile = (root: string): string =>
  resolve(root, process.env['SITE_CONFIG'] ?? 'site.config.ts');

/** What the host chose; the paths of the logo are absolute. Throws an AuthorError about what cannot be chosen. */
export async function readSite(root: string): Promise<Site> {
  const path = siteFile(root);
  const file = relative(root, path).replaceAll('\\', '/');
  const changed = statSync(path, { throwIfNoEntry: false });
  if (!changed?.isFile()) {
    throw new AuthorError(file, 'the file is missing', 'Add it, or correct SITE_CONFIG; see docs/class.md.');
  }
  const chosen = checkSite(file, await choicesIn(path, file, changed.mtimeMs));
  // A site for any address (docs/packages.md) has none at which a service worker could stand.
  const site = process.env['PORTABLE'] === '1' ? { ...chosen, offline: false } : chosen;
  refuseUnknownChapters(file, site, readOutline(root));
  return site.logo === undefined ? site : { ...site, logo: logoBeside(path, file, site.logo) };
}

/** A module is loaded once under one address, so a file that changed gets another, in the way that Vite understands. */
async function choicesIn(path: string, file: string, changedAt: number): Promise<object> {
  const address = `${pathToFileURL(path).href}?t=${Math.floor(changedAt)}`;
  const module = (await import(/* @vite-ignore */ address)) as { readonly default?: unknown };
  if (typeof module.default === 'object' && module.default) return module.default;
  throw new AuthorError(file, 'it exports no choices', 'Write export default { … }, as docs/class.md shows.');
}

function logoBeside(path: string, file: string, logo: NonNullable<Site['logo']>): Site['logo'] {
  const find = (named: string): string => {
    const found = resolve(dirname(path), named);
    if (statSync(found, { throwIfNoEntry: false })?.isFile()) return found;
    throw new AuthorError(
      file,
      `the logo ${named} is no file`,
      'The path starts from the folder of this file.',
    );
  };
  return typeof logo === 'string' ? find(logo) : { light: find(logo.light), dark: find(logo.dark) };
}
