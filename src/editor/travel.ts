/** Going to a definition, in whichever file, and back. */
import { KeyCode, KeyMod, editor as monaco, type IDisposable } from 'monaco-editor/editor';
import type { EditorOptions, EditorWords } from './editor.ts';
import { pathOf } from './models.ts';

type Itinerary = {
  readonly show: (path: string) => void;
  readonly shown: () => string;
  readonly words: EditorWords;
  readonly onTravel: EditorOptions['onTravel'];
};

export function travel(
  codeEditor: monaco.IStandaloneCodeEditor,
  { show, shown, words, onTravel }: Itinerary,
): IDisposable & { back(): void } {
  const trail: { readonly path: string; readonly view: monaco.ICodeEditorViewState | null }[] = [];
  const canGoBack = codeEditor.createContextKey<boolean>('canGoBack', false);
  const arriveAt = (path: string) => {
    canGoBack.set(trail.length > 0);
    onTravel(path, trail.length > 0);
  };

  const opener = monaco.registerEditorOpener({
    openCodeEditor(source, resource, selection) {
      if (source !== codeEditor || !monaco.getModel(resource)) return false;
      trail.push({ path: shown(), view: codeEditor.saveViewState() });
      const path = pathOf(resource);
      show(path);
      const position = selection && 'startLineNumber' in selection ? startOf(selection) : selection;
      if (position) {
        codeEditor.setPosition(position);
        codeEditor.revealPositionInCenterIfOutsideViewport(position);
      }
      arriveAt(path);
      return true;
    },
  });

  const back = () => {
    const before = trail.pop();
    if (!before) return;
    show(before.path);
    codeEditor.restoreViewState(before.view);
    codeEditor.focus();
    arriveAt(before.path);
  };
  codeEditor.addAction({
    id: 'back',
    label: words.back,
    // As in VS Code. On a Mac, Alt+Left goes to the word before.
    keybindings: [isApple() ? KeyMod.WinCtrl | KeyCode.Minus : KeyMod.Alt | KeyCode.LeftArrow],
    precondition: 'canGoBack',
    contextMenuGroupId: 'navigation',
    contextMenuOrder: 1.9,
    run: back,
  });

  return { back, dispose: () => opener.dispose() };
}

const startOf = ({
  startLineNumber,
  startColumn,
}: {
  readonly startLineNumber: number;
  readonly startColumn: number;
}) => ({ lineNumber: startLineNumber, column: startColumn });

const isApple = (): boolean => /Mac|iPhone|iPad/i.test(navigator.userAgent);
