import { expect, it } from 'vitest';
import { listSiteFiles } from './list-site-files.ts';

const chunk = (fileName: string, code: string, module: string, imports: readonly string[] = []) => ({
  type: 'chunk' as const,
  fileName,
  code,
  moduleIds: [`/site/src/${module}`],
  imports,
});

it('writes what is downloaded, with all that it imports and its size, where it is asked for', () => {
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
  const { generateBundle } = listSiteFiles();
  const bundle = Object.fromEntries(files.map((file) => [file.fileName, file]));
  (generateBundle as (options: unknown, bundle: unknown) => void)({}, bundle);
  expect(holder.code).toBe('w="open.2.js:5 words.3.js:3",e="monaco.4.js:3 editor.worker-5.js:7"');
});
