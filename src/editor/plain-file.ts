/**
 * One file in the plain editor: a text area over the same text highlighted, with line numbers and a history of its
 * own. The only importer of prism-code-editor.
 */
import { createEditor, type PrismEditor } from 'prism-code-editor';
import {
  addEditorHotkey,
  editHistory,
  indentSelectedLines,
  insertLineAndIndent,
  toggleComment,
} from 'prism-code-editor/commands';
import { cursorPosition } from 'prism-code-editor/cursor';
import { highlightBracketPairs } from 'prism-code-editor/highlight-brackets';
import 'prism-code-editor/languages/clike';
import { matchBrackets } from 'prism-code-editor/match-brackets';
import 'prism-code-editor/prism/languages/typescript';
import { addOverlay, getLineBefore, insertText, setSelection } from 'prism-code-editor/utils';
import type { EditorProblem } from './editor.ts';
import { offsetOf, underline, type Piece } from './places.ts';

type PlainFileOptions = {
  readonly text: string;
  readonly readOnly: boolean;
  readonly label: string;
  readonly onChange: () => void;
  /** The cursor came to a line, counted from 1. */
  readonly onLine: (line: number) => void;
};

export type PlainFile = {
  readonly element: HTMLElement;
  /** The line with the cursor, counted from 1. */
  line(): number;
  text(): string;
  /** Undo takes it back. The focus stays where it is. */
  replace(text: string): void;
  reveal(line: number, column: number): void;
  mark(problems: readonly EditorProblem[]): void;
  focus(): void;
};

export function openPlainFile(options: PlainFileOptions): PlainFile {
  let text = options.text;
  const editor = createEditor(
    null,
    {
      language: 'typescript',
      value: text,
      readOnly: options.readOnly,
      wordWrap: true,
      onUpdate(value) {
        if (value === text) return;
        text = value;
        options.onChange();
      },
      onSelectionChange: (_selection, _text, { activeLine }) => options.onLine(activeLine),
    },
    matchBrackets(false),
    highlightBracketPairs(),
    cursorPosition(),
    editHistory(),
  );
  const { container, textarea } = editor;
  textarea.setAttribute('aria-label', options.label);
  textarea.setAttribute('autocorrect', 'off');
  // A composed syllable is written into a text area that only says that it is read-only.
  textarea.readOnly = options.readOnly;
  setUpKeys(editor);
  const marks = document.createElement('div');
  marks.className = 'plain-marks';
  marks.ariaHidden = 'true';
  addOverlay(editor, marks);

  return {
    element: container,
    line: () => editor.activeLine,
    text: () => text,
    replace(replaced) {
      if (replaced === text) return;
      textarea.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertReplacementText' }));
      textarea.value = replaced;
      textarea.dispatchEvent(new InputEvent('input', { inputType: 'insertReplacementText' }));
      // With this, what is written next is a step of its own in the history.
      setSelection(editor, 0);
    },
    reveal(line, column) {
      textarea.focus({ preventScroll: true });
      setSelection(editor, offsetOf(text, { line, column }));
      editor.extensions.cursor!.scrollIntoView();
    },
    mark(problems) {
      const pieces = problems.length === 0 ? [] : underline(text, problems);
      marks.replaceChildren(...pieces.map(node));
      for (const line of container.querySelectorAll('.plain-wrong')) line.classList.remove('plain-wrong');
      for (const { line } of problems) editor.lines[line]?.classList.add('plain-wrong');
      textarea.ariaInvalid = String(problems.length > 0);
    },
    focus: () => textarea.focus(),
  };
}

/** Few, so that Tab, Escape and whatever a phone's keyboard does are left to the browser. */
function setUpKeys(editor: PrismEditor): void {
  addEditorHotkey(editor, 'Enter', () => insertLineAndIndent(editor));
  addEditorHotkey(editor, 'Mod+]', () => indentSelectedLines(editor));
  addEditorHotkey(editor, 'Mod+[', () => indentSelectedLines(editor, true));
  addEditorHotkey(editor, 'Mod+/', () => toggleComment(editor));
  editor.keyCommandMap['Escape'] = null;
  editor.inputCommandMap['}'] = (_, [start, end], text) => {
    const indentation = getLineBefore(text, start);
    if (start !== end || indentation.length < 2 || indentation.trim() !== '') return false;
    insertText(editor, '}', start - 2, start);
    return true;
  };
  // The Enter or Ctrl+Z that ends a syllable belongs to the input method (229: WebKit tells it only so).
  editor.container.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.keyCode === 229) event.stopPropagation();
    },
    { capture: true },
  );
}

function node({ text, wrong }: Piece): Node {
  if (!wrong) return document.createTextNode(text);
  return Object.assign(document.createElement('u'), { textContent: text });
}
