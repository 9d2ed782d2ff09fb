import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listSiteFiles } from './list-site-files.ts';

const chunk = (fileName: string, code: string, module: string, imports: readonly string[] = []) => ({
  type: 'chunk' as const,
  fileName,
  code,
  moduleIds: [`/site/src/${module}`],
  imports,
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

/** Builds with these files, and tells what became of one of them. */
function built(
  files: readonly (ReturnType<typeof chunk> | { type: 'asset'; fileName: string; source: string })[],
) {
  const dir = mkdtempSync(join(tmpdir(), 'past-tense-site-'));
  mkdirSync(join(dir, '_astro'));
  for (const file of files) {
    writeFileSync(join(dir, file.fileName), file.type === 'chunk' ? file.code : file.source);
  }
  const { writeBundle } = listSiteFiles();
  const bundle = Object.fromEntries(files.map((file) => [file.fileName, file]));
  (writeBundle as (options: unknown, bundle: unknown) => void)({ dir }, bundle);
  return (fileName: string) => readFileSync(join(dir, fileName), 'utf8');
}

it('writes what is downloaded, with all that it imports, size and hash, where it is asked for', () => {
  const holder = chunk(
    '_astro/list.1.js',
    'w="%scripts of workbench%",e="%scripts of editor%"',
    'workbench/site-files.ts',
  );
  const files = [
    holder,
    chunk('_astro/open.2.js', '12345', 'workbench/OpenWorkbench.tsx', [
      '_astro/list.1.js',
      '_astro/words.3.js',
    ]),
    chunk('_astro/words.3.js', '한', 'i18n/workbench-ko.ts'),
    chunk('_astro/monaco.4.js', '123', 'editor/open-editor.ts'),
    { type: 'asset' as const, fileName: '_astro/editor.worker-5.js', source: '1234567' },
    { type: 'asset' as const, fileName: '_astro/typescript.worker-6.js', source: '1' },
  ];
  const read = built(files);
  expect(read(holder.fileName)).toBe(
    `w="open.2.js:5:${sha256('12345')} words.3.js:3:${sha256('한')}",` +
      `e="monaco.4.js:3:${sha256('123')} editor.worker-5.js:7:${sha256('1234567')}"`,
  );
});

it('lists the holder of other lists as it is in the end', () => {
  const lesson = chunk('_astro/lesson.1.js', 'w="%scripts of workbench%"', 'workbench/site-files.ts');
  const open = chunk('_astro/open.2.js', 'e="%scripts of editor%"', 'workbench/OpenWorkbench.tsx');
  const monaco = chunk('_astro/monaco.3.js', '123', 'editor/open-editor.ts', ['_astro/open.2.js']);
  const read = built([lesson, open, monaco]);
  const opened = `e="monaco.3.js:3:${sha256('123')}"`;
  expect(read(open.fileName)).toBe(opened);
  expect(read(lesson.fileName)).toBe(`w="open.2.js:${opened.length}:${sha256(opened)}"`);
});
