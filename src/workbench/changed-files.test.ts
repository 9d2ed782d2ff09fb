import { expect, it } from 'vitest';
import { changedFiles } from './changed-files.ts';
import type { SourceCheck } from './source-checks.ts';

const files = { './service.ts': 'export const a = 1;\n', './email.ts': 'export const b = 1;\n' };
const untouched = (...paths: (keyof typeof files)[]): SourceCheck => ({
  kind: 'untouched',
  name: paths.join(),
  says: 'Leave it',
  files: Object.fromEntries(paths.map((path) => [path, files[path]])),
});

it('draws nothing where no file has to stay as it is', () => {
  expect(changedFiles([{ kind: 'imports', name: 'n', says: 's', files: [], may: [] }], files)).toEqual([]);
});

it('counts the old files that were changed, over all checks, and marks them', () => {
  const [board] = changedFiles([untouched('./service.ts'), untouched('./email.ts')], {
    ...files,
    './email.ts': 'export const b = 2;\n',
    './kakao.ts': 'export const c = 1;\n',
  });
  expect(board).toMatchObject({
    caption: { en: 'Old files changed: 1' },
    rows: [
      { head: 'service.ts', cells: [{ mark: 'right' }] },
      { head: 'email.ts', cells: [{ mark: 'wrong' }] },
    ],
  });
});

it('takes a file for changed when it is gone, and not for white space at the end of lines', () => {
  const [board] = changedFiles([untouched('./service.ts', './email.ts')], {
    './service.ts': 'export const a = 1;  \n\n',
  });
  expect(board?.rows.map(({ cells }) => cells[0]?.mark)).toEqual(['right', 'wrong']);
});
