import type { Editor, EditorOptions } from '../editor/editor.ts';
import { withAbsoluteLinks } from './absolute-links.ts';

/** Monaco; or a plain text area when the learner wants that, or when Monaco or its files cannot be loaded. */
export async function openBestEditor(
  host: HTMLElement,
  options: EditorOptions,
  libraryUrl: string,
  preferred: 'full' | 'plain' | undefined,
): Promise<{ readonly kind: 'monaco' | 'plain'; readonly editor: Editor }> {
  if (preferred === 'plain') return openPlain(host, options);
  try {
    const [{ openEditor }, { fetchJson }] = await Promise.all([
      import('../editor/load-editor.ts').then(({ loadEditor }) => loadEditor()),
      import('./engine.ts'),
    ]);
    const sources = await fetchJson<EditorOptions['library']>(libraryUrl);
    const library = withAbsoluteLinks(sources, new URL(libraryUrl, location.href));
    return { kind: 'monaco', editor: openEditor(host, { ...options, library }) };
  } catch {
    return openPlain(host, options);
  }
}

async function openPlain(host: HTMLElement, options: EditorOptions) {
  const { openPlainEditor } = await import('../editor/open-plain-editor.ts');
  return { kind: 'plain' as const, editor: openPlainEditor(host, options) };
}
