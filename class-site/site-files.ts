import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { base } from './base.ts';

const root = join(import.meta.dirname, '..');
const dist = join(import.meta.dirname, 'dist');

/** Every file below a folder of the project, as a path from that folder. */
export const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1));

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

export const siteFiles = filesIn('class-site/dist');
export const pages = siteFiles.filter((file) => file.endsWith('.html'));
export const siteText = (file: string): string => textOf(`class-site/dist/${file}`);

/** Links and loaded files of the pages that lead nowhere in the site, as `page → link`; no address of the page itself. */
export function deadLinks(): string[] {
  const ids = new Map(pages.map((page) => [page, idsOf(siteText(page))]));
  return pages.flatMap((page) =>
    linksOf(siteText(page))
      .filter((link) => !leadsSomewhere(link, page, ids))
      .map((link) => `${page} → ${link}`),
  );
}

const linksOf = (html: string): string[] => [
  ...new Set(
    [...html.replaceAll(/<link rel="canonical"[^>]*>/g, '').matchAll(/\s(?:href|src)="([^"]*)"/g)].map(
      ([, link = '']) => link.replaceAll('&amp;', '&'),
    ),
  ),
];

const idsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id));

function leadsSomewhere(link: string, page: string, ids: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const here = new URL(page.replace(/(^|\/)index\.html$/, '$1'), `https://class.example${base}`);
  const { origin, pathname, hash } = new URL(link, here);
  if (origin !== here.origin) return true;
  if (!pathname.startsWith(base)) return false;
  const path = decodeURIComponent(pathname).slice(base.length);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!existsSync(join(dist, file))) return false;
  return (
    hash === '' || !file.endsWith('.html') || (ids.get(file)?.has(decodeURIComponent(hash.slice(1))) ?? false)
  );
}
