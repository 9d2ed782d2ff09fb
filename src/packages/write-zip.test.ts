import { unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { writeZip } from './write-zip.ts';

const text = (content: string) => new TextEncoder().encode(content);

afterEach(() => vi.useRealTimers());

it('holds every file, whether it is compressed or not', () => {
  const files = new Map([
    ['en/late.html', text('<p>late</p>'.repeat(100))],
    ['runtime/a.wasm.gz', text('packed')],
  ]);
  expect(new Map(Object.entries(unzipSync(writeZip(files))))).toEqual(files);
});

it('gives the same bytes for the same files, in whatever order they come and whenever', () => {
  vi.useFakeTimers({ now: new Date('2026-01-01') });
  const one = writeZip(
    new Map([
      ['a', text('1')],
      ['b', text('2')],
    ]),
  );
  vi.setSystemTime(new Date('2031-07-01'));
  const other = writeZip(
    new Map([
      ['b', text('2')],
      ['a', text('1')],
    ]),
  );
  expect(other).toEqual(one);
});
