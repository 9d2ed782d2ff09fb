import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { precompress } from './precompress.ts';

const long = '<p>사실은 지나간 일이다.</p>\n'.repeat(200);

function site(): string {
  const folder = mkdtempSync(join(tmpdir(), 'past-tense-site-'));
  mkdirSync(join(folder, 'ko/events'), { recursive: true });
  writeFileSync(join(folder, 'ko/events/index.html'), long);
  writeFileSync(join(folder, 'script.js'), long);
  writeFileSync(join(folder, 'short.js'), 'short()');
  writeFileSync(join(folder, 'esbuild.1.wasm.gz'), long);
  writeFileSync(join(folder, 'en_1.pf_fragment'), long);
  return folder;
}

const packed = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(br|gz)$/.test(name))
    .toSorted();

it('puts both formats beside each longer text, in every folder', async () => {
  const folder = site();
  const { files, bytes } = await precompress(folder);
  expect({ files, bytes }).toEqual({ files: 2, bytes: 2 * Buffer.byteLength(long) });
  expect(packed(folder)).toEqual([
    'esbuild.1.wasm.gz',
    'ko/events/index.html.br',
    'ko/events/index.html.gz',
    'script.js.br',
    'script.js.gz',
  ]);
  for (const name of ['ko/events/index.html', 'script.js']) {
    expect(brotliDecompressSync(readFileSync(join(folder, `${name}.br`))).toString()).toBe(long);
    expect(gunzipSync(readFileSync(join(folder, `${name}.gz`))).toString()).toBe(long);
  }
});

it('gives the same bytes for the same site, and when it is run again', async () => {
  const [one, other] = [site(), site()];
  await precompress(one);
  await precompress(other);
  await precompress(other);
  expect(packed(other)).toEqual(packed(one));
  for (const name of packed(one)) {
    expect(readFileSync(join(other, name)).equals(readFileSync(join(one, name))), name).toBe(true);
  }
});
