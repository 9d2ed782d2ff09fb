import type { Sources } from '../compiler/build-options.ts';
import type { BoardDrawing } from '../sandbox/board-drawing.ts';
import { oldFiles, type SourceCheck } from './source-checks.ts';

/** A board that counts the old files which a learner changed; none where no file has to stay as it is. */
export function changedFiles(checks: readonly SourceCheck[], files: Sources): BoardDrawing[] {
  const old = oldFiles(checks, files);
  if (old.length === 0) return [];
  const changed = old.filter(({ isChanged }) => isChanged).length;
  return [
    {
      kind: 'board',
      caption: { en: `Old files changed: ${changed}`, ko: `고친 기존 파일: ${changed}개` },
      corner: { en: 'File', ko: '파일' },
      columns: [{ en: 'Since you began', ko: '시작한 뒤' }],
      rows: old.map(({ name, isChanged }) => ({
        head: name,
        cells: [
          isChanged
            ? { text: { en: 'changed', ko: '고침' }, mark: 'wrong' }
            : { text: { en: 'as it was', ko: '그대로' }, mark: 'right' },
        ],
      })),
    },
  ];
}
