import type { Editor, EditorOptions } from '../editor/editor.ts';
import { withAbsoluteLinks } from './absolute-links.ts';

export type EditorRequest = Omit<EditorOptions, 'library' | 'label'> & {
  readonly label: (path: string, kind: 'monaco' | 'plain') => string;
};

export type OpenedEditor = {
  readonly kind: 'monaco' | 'plain';
  readonly editor: Editor;
  /** Holds the editor; it stands nowhere yet. */
  readonly element: HTMLElement;
};

/** Monaco; or the plain editor when that is wanted, or when Monaco or its files cannot be loaded. */
export async function openBestEditor(
  wanted: 'full' | 'plain',
  request: () => EditorRequest,
  libraryUrl: string,
): Promise<OpenedEditor> {
  if (wanted === 'plain') return openPlain(request);
  return openFull(request, libraryUrl).catch(() => openPlain(request));
}

/** `request` is asked when all is loaded. */
export async function openFull(request: () => EditorRequest, libraryUrl: string): Promise<OpenedEditor> {
  const [{ openEditor }, { fetchJson }] = await Promise.all([
    import('../editor/load-editor.ts').then(({ loadEditor }) => loadEditor()),
    import('./engine.ts'),
  ]);
  const sources = await fetchJson<EditorOptions['library']>(libraryUrl);
  const library = withAbsoluteLinks(sources, new URL(libraryUrl, location.href));
  return opened('monaco', openEditor, request(), library);
}

export async function openPlain(request: () => EditorRequest): Promise<OpenedEditor> {
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
  const editor = open(element, { ...options, library, label: (path) => label(path, kind) });
  return { kind, editor, element };
}
