import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { bundleScript } from '../compiler/bundle-script.ts';
import { locales, type Locale } from '../i18n/locale.ts';
import { someAtATime } from './some-at-a-time.ts';
import type { Release, ReleaseFile, ReleaseLanguage } from '../offline/release.ts';

/** The worker stands in the root of the site and keeps this name: it is how browsers find the next version. */
const workerName = 'sw.js';
const listFolder = 'runtime/';
const listName = /^runtime\/offline\.[a-z]+\.[0-9a-f]+\.json$/;
const standInOf = (locale: Locale) => new RegExp(`^${locale}/offline(?:/index)?\\.html$`);

type SiteFile = { readonly file: ReleaseFile; readonly packedBytes: number };

/**
 * Writes the service worker of a built site, and for each language the list of what it needs. To be called when every
 * other file has its last content; a later call takes the place of an earlier one. Returns what the worker knows.
 */
export async function writeOfflineFiles(folder: string): Promise<Release> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/'),
    )
    .toSorted();
  await Promise.all(names.filter((name) => listName.test(name)).map((name) => rm(join(folder, name))));
  const built = new Set(names);
  const read = (name: string) => readFile(join(folder, name));
  const offered = locales.filter((locale) => names.some((name) => name.startsWith(`${locale}/`)));
  const described = new Map<string, SiteFile>();
  const languages: Partial<Record<Locale, ReleaseLanguage>> = {};
  const version = createHash('sha256');
  for (const locale of offered) {
    const needed = names.filter((name) => isNeeded(name, locale, built));
    await someAtATime(needed, async (name) => {
      if (!described.has(name)) described.set(name, await describe(name, await read(name)));
    });
    const files = needed.map((name) => described.get(name)!);
    const list = JSON.stringify(files.map(({ file }) => file));
    version.update(list);
    const listFile = `${listFolder}offline.${locale}.${hashOf(list, 'hex').slice(0, 12)}.json`;
    await writeFile(join(folder, listFile), list);
    const standIn = names.find((name) => standInOf(locale).test(name));
    if (!standIn) throw new Error(`There is no page ${locale}/offline/, which the service worker needs.`);
    languages[locale] = {
      list: { url: listFile, bytes: Buffer.byteLength(list), integrity: integrityOf(list) },
      bytes: sum(files.map(({ file }) => file.bytes)),
      packedBytes: sum(files.map(({ packedBytes }) => packedBytes)),
      standIn: { page: addressOf(standIn), files: filesIn((await read(standIn)).toString()) },
    };
  }
  const release: Release = { version: version.digest('hex').slice(0, 12), languages };
  const worker = await bundleScript('src/offline/worker.ts', 'browser');
  await writeFile(join(folder, workerName), `self.pastTenseRelease=${JSON.stringify(release)};\n${worker}`);
  return release;
}

/** Writes a worker that takes an earlier one away, for a host that wants none. */
export async function writeFarewell(folder: string): Promise<void> {
  await writeFile(join(folder, workerName), await bundleScript('src/offline/farewell.ts', 'browser'));
}

/** Whether a built file belongs to the course in a language. Left out: what is for hosts, and what no page asks for. */
export function isNeeded(name: string, locale: Locale, built: ReadonlySet<string>): boolean {
  if (listName.test(name) || isPacked(name, built)) return false;
  if (locales.some((each) => standInOf(each).test(name))) return false;
  const others = locales.filter((each) => each !== locale);
  if (name.startsWith('pagefind/'))
    return /^pagefind\/(?:pagefind(?:-worker|-entry)?\.js(?:on)?|wasm\..*)$/.test(name)
      ? !others.some((other) => name === `pagefind/wasm.${other}.pagefind`)
      : new RegExp(`^pagefind/(?:(?:fragment|index)/|pagefind\\.)${locale}_`).test(name);
  if (name.startsWith('runtime/'))
    return !others.some(
      (other) => /^runtime\/(?:library|project)\./.test(name) && name.split('.')[1] === other,
    );
  if (name.startsWith('_astro/')) return !name.endsWith('.map');
  return (
    name === 'index.html' || name === 'favicon.svg' || new RegExp(`^${locale}(?:/.*)?\\.html$`).test(name)
  );
}

/** A packed copy beside the file itself, for hosts that hand it over instead. */
const isPacked = (name: string, built: ReadonlySet<string>): boolean =>
  /\.(?:gz|br|zst)$/.test(name) && built.has(name.replace(/\.[a-z]+$/, ''));

async function describe(name: string, content: Buffer): Promise<SiteFile> {
  const file = { url: addressOf(name), bytes: content.length, integrity: integrityOf(content) };
  if (!name.endsWith('.gz')) return { file, packedBytes: (await promisify(gzip)(content)).length };
  // A host may hand it over unpacked.
  const unpacked = await promisify(gunzip)(content);
  const integrity = `${file.integrity} ${integrityOf(unpacked)}`;
  return { file: { ...file, unpackedBytes: unpacked.length, integrity }, packedBytes: content.length };
}

/** As pages link to it. */
const addressOf = (name: string): string => name.replace(/(^|\/)index\.html$/, '$1');

/** The hashed files that a page names itself. */
const filesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/(?:href|src)="[^"]*?(_astro\/[^"]+)"/g)].map(([, name]) => name!)),
];

const hashOf = (content: string | Buffer, encoding: 'hex' | 'base64'): string =>
  createHash('sha256').update(content).digest(encoding);
const integrityOf = (content: string | Buffer): string => `sha256-${hashOf(content, 'base64')}`;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
