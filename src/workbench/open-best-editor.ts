import type { Editor, EditorOptions, Sources } from '../editor/editor.ts';
import { withAbsoluteLinks } from './absolute-links.ts';
import { readJson } from './download.ts';
import type { Downloads } from './downloads.ts';
import type { WorkbenchFiles } from './exercise-bundle.ts';
import { importMonaco, scripts } from './site-files.ts';
import { typescriptArrived } from './typescript-download.ts';

/** Monaco; or a plain text area when the learner wants that, or when Monaco or its files cannot be loaded. */
export async function openBestEditor(
  host: HTMLElement,
  options: Omit<EditorOptions, 'library' | 'typescript'>,
  files: WorkbenchFiles,
  downloads: Downloads,
  preferred: 'full' | 'plain' | undefined,
): Promise<{ readonly kind: 'monaco' | 'plain'; readonly editor: Editor }> {
  if (preferred === 'plain') return openPlain(host, options);
  try {
    const { openEditor, library } = await loadMonaco(files, downloads);
    return {
      kind: 'monaco',
      editor: openEditor(host, { ...options, library, typescript: typescriptArrived }),
    };
  } catch {
    return openPlain(host, options);
  }
}

/** Downloads Monaco and what it tells about the course library. Rejects when that fails; a further call tries again. */
export async function loadMonaco(files: WorkbenchFiles, downloads: Downloads) {
  const [text] = await Promise.all([
    downloads.get('editor', files.library, files.bytes.library),
    ...scripts.editor().map(({ url, bytes }) => downloads.get('editor', url, bytes)),
  ]);
  const { openEditor } = await importMonaco();
  const library = await readJson<Sources>(text);
  return { openEditor, library: withAbsoluteLinks(library, new URL(files.library, location.href)) };
}

async function openPlain(host: HTMLElement, options: Omit<EditorOptions, 'library' | 'typescript'>) {
  const { openPlainEditor } = await import('../editor/open-plain-editor.ts');
  return {
    kind: 'plain' as const,
    editor: openPlainEditor(host, { ...options, library: {}, typescript: typescriptArrived }),
  };
}
