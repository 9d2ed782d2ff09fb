import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scormManifest } from './scorm-manifest.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** The page for learning platforms, which is of no use anywhere else. */
const launchPage = 'launch.html';

/** A page for what does not exist is shown at any address, from which its relative links lead nowhere. */
const notFound = /(?:^|\/)404\.html$/;

/** Everything below a folder, by path from there. */
export function readFolder(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !notFound.test(name) && statSync(join(folder, name)).isFile());
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** A portable site as an archive to be unpacked and served, all in one folder. */
export function siteArchive(site: Files, license: Uint8Array, folder: string): Files {
  const files = [...site].filter(([name]) => name !== launchPage);
  return new Map(
    [...files, ['LICENSE', license] as const].map(([name, body]) => [`${folder}/${name}`, body]),
  );
}

/** A portable site as a SCORM package. */
export function scormPackage(site: Files, license: Uint8Array, title: string, version: string): Files {
  const files = new Map([...site, ['LICENSE', license] as const]);
  const manifest = scormManifest({ title, version, launchPage, files: [...files.keys()].toSorted() });
  return files.set('imsmanifest.xml', new TextEncoder().encode(manifest));
}
