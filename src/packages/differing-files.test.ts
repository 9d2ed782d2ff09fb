import { expect, it } from 'vitest';
import { differingFiles } from './differing-files.ts';
import { writeZip } from './write-zip.ts';

const zip = (files: Readonly<Record<string, string>>) =>
  writeZip(new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])));

it('names what another archive has otherwise, more or less', () => {
  const one = zip({ 'a.html': 'a', 'b.html': 'b', 'c.html': 'c' });
  expect(differingFiles(one, zip({ 'a.html': 'a', 'b.html': 'B', 'd.html': '' }))).toEqual([
    'b.html',
    'c.html',
    'd.html',
  ]);
  expect(differingFiles(one, one)).toEqual([]);
});
