import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { isIntact } from './integrity.ts';

afterEach(() => void vi.unstubAllGlobals());

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const built = (text: string, integrity = sha256(text)) => ({ url: '/file', bytes: text.length, integrity });

const packed = { ...built('gz', `${sha256('gz')} ${sha256('unpacked')}`), unpackedBytes: 8 };

it('knows the file that the build made', async () => {
  expect(await isIntact(new Blob(['whole']), built('whole'))).toBe(true);
});

it.each([
  ['half of it', 'who'],
  ['another file of the same length', 'other'],
  ["the site's page in its place", '<!doctype html>'],
])('knows that %s is not it', async (_, came) => {
  expect(await isIntact(new Blob([came]), built('whole'))).toBe(false);
});

it('takes a packed file also unpacked', async () => {
  expect(await isIntact(new Blob(['gz']), packed)).toBe(true);
  expect(await isIntact(new Blob(['unpacked']), packed)).toBe(true);
  expect(await isIntact(new Blob(['unpack']), packed)).toBe(false);
});

it('compares lengths where the page is no secure context', async () => {
  vi.stubGlobal('crypto', {});
  expect(await isIntact(new Blob(['whole']), built('whole'))).toBe(true);
  expect(await isIntact(new Blob(['<!doctype html>']), built('whole'))).toBe(false);
  expect(await isIntact(new Blob(['unpacked']), packed)).toBe(true);
  expect(await isIntact(new Blob(['unpack']), packed)).toBe(false);
});
