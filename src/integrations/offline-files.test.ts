import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReleaseFile } from '../offline/release.ts';
import { writeOfflineFiles } from './offline-files.ts';

const site = {
  'index.html': 'choose a language',
  '404.html': 'not found',
  'favicon.svg': '<svg/>',
  'robots.txt': 'for machines',
  'en/index.html': 'Welcome',
  'ko/index.html': '환영합니다',
  'en/offline/index.html': '<link href="/_astro/theme.abc.css">',
  'ko/offline/index.html': '<link href="/_astro/theme.abc.css">',
  '_astro/theme.abc.css': 'body {}',
  '_astro/theme.abc.css.br': 'packed for the host',
  '_astro/theme.abc.css.gz': 'packed for the host',
  'runtime/library.en.abc.json': '{}',
  'runtime/library.ko.abc.json': '{}',
  'pagefind/pagefind.js': '',
  'pagefind/pagefind-ui.js': 'which nobody asks for',
  'pagefind/pagefind-entry.json': '{}',
  'pagefind/wasm.en.pagefind': '',
  'pagefind/wasm.unknown.pagefind': '',
  'pagefind/fragment/en_1.pf_fragment': '',
  'pagefind/fragment/ko_1.pf_fragment': '',
  'pagefind/pagefind.ko_1.pf_meta': '',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offline-files-'));
  for (const [name, content] of Object.entries(site)) put(name, content);
  put('runtime/esbuild.abc.wasm.gz', gzipSync('wasm'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

const listed = (file: string): ReleaseFile[] =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as ReleaseFile[];

test('a language has its own pages and what all share, and nothing of another language or for hosts', async () => {
  const { languages } = await writeOfflineFiles(folder);
  expect(listed(languages.ko!.list.url).map(({ url }) => url)).toEqual([
    '_astro/theme.abc.css',
    'favicon.svg',
    '',
    'ko/',
    'pagefind/fragment/ko_1.pf_fragment',
    'pagefind/pagefind-entry.json',
    'pagefind/pagefind.js',
    'pagefind/pagefind.ko_1.pf_meta',
    'pagefind/wasm.unknown.pagefind',
    'runtime/esbuild.abc.wasm.gz',
    'runtime/library.ko.abc.json',
  ]);
});

test('the compiler fits packed and unpacked, because hosts hand it over either way', async () => {
  const { languages } = await writeOfflineFiles(folder);
  const compiler = listed(languages.en!.list.url).find(({ url }) => url.endsWith('.wasm.gz'))!;
  expect(compiler.unpackedBytes).toBe('wasm'.length);
  expect(compiler.integrity.split(' ')).toHaveLength(2);
});

test('the page that stands in for others is known with what it needs', async () => {
  const { languages } = await writeOfflineFiles(folder);
  expect(languages.en!.standIn).toEqual({ page: 'en/offline/', files: ['_astro/theme.abc.css'] });
});

test('the same files are the same version, and one other word makes another', async () => {
  const first = await writeOfflineFiles(folder);
  expect(await writeOfflineFiles(folder)).toEqual(first);
  put('ko/index.html', '어서 오세요');
  const second = await writeOfflineFiles(folder);
  expect(second.version).not.toBe(first.version);
  expect(second.languages.en!.list).toEqual(first.languages.en!.list);
  expect(() => listed(first.languages.ko!.list.url), 'no list of an earlier call is left').toThrow('ENOENT');
});

test('the worker knows the release', async () => {
  const { version } = await writeOfflineFiles(folder);
  expect(readFileSync(join(folder, 'sw.js'), 'utf8')).toContain(version);
});

test('a site without the page for what is not kept is refused', async () => {
  rmSync(join(folder, 'ko/offline/index.html'));
  await expect(writeOfflineFiles(folder)).rejects.toThrow('There is no page ko/offline/');
});
