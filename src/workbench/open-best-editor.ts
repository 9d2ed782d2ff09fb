import type { Editor, EditorOptions, Sources } from '../editor/editor.ts';
import { withAbsoluteLinks } from './absolute-links.ts';
import { readJson } from './download.ts';
import type { Downloads } from './downloads.ts';
import { builtFile, type WorkbenchFiles } from './exercise-bundle.ts';
import { importMonaco, scripts } from './workbench-files.ts';
import { typescriptArrived } from './typescript-download.ts';

export type EditorRequest = Omit<EditorOptions, 'library' | 'label' | 'typescript'> & {
  readonly label: (path: string, kind: 'monaco' | 'plain') => string;
};

export type OpenedEditor = {
  readonly kind: 'monaco' | 'plain';
  readonly editor: Editor;
  /** Holds the editor; it stands nowhere yet. */
  readonly element: HTMLElement;
};

/**
 * Monaco; or the plain editor when that is wanted, or when Monaco or its files cannot be loaded. `onDownloaded` is told
 * when the editor's files have come, before they are run.
 */
export async function openBestEditor(
  wanted: 'full' | 'plain',
  request: () => EditorRequest,
  files: WorkbenchFiles,
  downloads: Downloads,
  onDownloaded: () => void,
): Promise<OpenedEditor> {
  if (wanted === 'plain') return openPlain(request, downloads, onDownloaded);
  return openFull(request, files, downloads, onDownloaded).catch(() =>
    openPlain(request, downloads, onDownloaded),
  );
}

/** `request` is asked when all is loaded. Rejects when something could not be; a further call tries again. */
export async function openFull(
  request: () => EditorRequest,
  files: WorkbenchFiles,
  downloads: Downloads,
  onDownloaded?: () => void,
): Promise<OpenedEditor> {
  const [text] = await Promise.all([
    downloads.get('editor', builtFile(files, 'library')),
    ...scripts.editor().map((file) => downloads.get('editor', file)),
  ]);
  onDownloaded?.();
  const { openEditor } = await importMonaco();
  const sources = await readJson<Sources>(text);
  const library = withAbsoluteLinks(sources, new URL(files.library, location.href));
  return opened('monaco', openEditor, request(), library);
}

export async function openPlain(
  request: () => EditorRequest,
  downloads: Downloads,
  onDownloaded?: () => void,
): Promise<OpenedEditor> {
  await Promise.all(scripts.plain().map((file) => downloads.get('editor', file)));
  onDownloaded?.();
  const { openPlainEditor } = await import('../editor/open-plain-editor.ts');
  return opened('plain', openPlainEditor, request(), {});
}

function opened(
  kind: OpenedEditor['kind'],
  open: (element: HTMLElement, options: EditorOptions) => Editor,
  { label, ...options }: EditorRequest,
  library: EditorOptions['library'],
): OpenedEditor {
  const element = document.createElement('div');
  element.className = 'bench-slot';
  const editor = open(element, {
    ...options,
    library,
    label: (path) => label(path, kind),
    typescript: typescriptArrived,
  });
  return { kind, editor, element };
}
