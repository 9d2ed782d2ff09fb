import type { EditorWords } from '../editor/editor.ts';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import { explainTypeError } from './explain-type-error.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';

export const editorWords = (words: WorkbenchMessages, locale: Locale): EditorWords => ({
  run: words['bench.run'],
  back: words['files.back'],
  readOnly: (path) => fill(words['edit.read-only'], { file: fileName(path) }),
  cannotRename: words['edit.cannot-rename'],
  cannotRenameIn: (path) => fill(words['edit.cannot-rename-in'], { file: fileName(path) }),
  explain: (diagnostic) => explainTypeError(diagnostic, locale),
});

const fileName = (path: string): string => path.replace('./', '');
