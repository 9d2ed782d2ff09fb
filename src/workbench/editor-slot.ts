import type { Editor, Sources } from '../editor/editor.ts';
import type { Downloads } from './downloads.ts';
import type { WorkbenchFiles } from './exercise-bundle.ts';
import {
  openBestEditor,
  openFull,
  openPlain,
  type EditorRequest,
  type OpenedEditor,
} from './open-best-editor.ts';

/** What became of the full editor, while the plain one stands in its place. */
export type FullEditor = 'not-asked' | 'loading' | 'refused';

type EditorSlotOptions = {
  readonly files: WorkbenchFiles;
  readonly downloads: Downloads;
  readonly request: (files: Sources) => EditorRequest;
  readonly onOpened: (kind: OpenedEditor['kind'], editor: Editor) => void;
  readonly onFullEditor: (state: FullEditor) => void;
};

export type EditorSlot = {
  /** Says whether an editor could be loaded; before, that its files have come. */
  open(
    host: HTMLElement,
    wanted: 'full' | 'plain',
    files: Sources,
    onDownloaded: () => void,
  ): Promise<boolean>;
  /** The editor that stands takes what is written until the other one is loaded, and stays if it cannot be. */
  exchange(wanted: 'full' | 'plain'): Promise<void>;
  dispose(): void;
};

/** Where the editor of an exercise stands: the full one or the plain one. */
export function createEditorSlot(options: EditorSlotOptions): EditorSlot {
  const { files: urls, downloads, request, onOpened, onFullEditor } = options;
  let host: HTMLElement | undefined;
  let standing: OpenedEditor | undefined;
  /** The last thing that was asked for counts. */
  let asks = 0;

  const put = (opened: OpenedEditor) => {
    const former = standing;
    const hadFocus = former?.element.contains(document.activeElement) ?? false;
    standing = opened;
    host?.replaceChildren(opened.element);
    onOpened(opened.kind, opened.editor);
    if (hadFocus) opened.editor.focus();
    // An open comparison lets go of Monaco's texts when the workbench is drawn anew.
    if (former) setTimeout(() => former.editor.dispose());
  };

  return {
    async open(element, wanted, files, onDownloaded) {
      host = element;
      const opened = await openBestEditor(wanted, () => request(files), urls, downloads, onDownloaded).catch(
        () => undefined,
      );
      if (!opened) return false;
      put(opened);
      if (wanted === 'full' && opened.kind === 'plain') onFullEditor('refused');
      return true;
    },
    async exchange(wanted) {
      if (!standing) return;
      const ask = ++asks;
      const stands = standing.kind === (wanted === 'full' ? 'monaco' : 'plain');
      onFullEditor(wanted === 'full' && !stands ? 'loading' : 'not-asked');
      if (stands) return;
      const now = () => request(standing!.editor.files());
      const opening = wanted === 'full' ? openFull(now, urls, downloads) : openPlain(now, downloads);
      const opened = await opening.catch(() => undefined);
      if (ask !== asks) return opened?.editor.dispose();
      if (opened) put(opened);
      onFullEditor(wanted === 'full' && !opened ? 'refused' : 'not-asked');
    },
    dispose() {
      asks += 1;
      standing?.editor.dispose();
    },
  };
}
