/** What all Monaco editors of a page share. */
import { KeyCode, KeyMod, editor as monaco } from 'monaco-editor/editor';
import type { Sources } from './editor.ts';
import { setUpTypeScript } from './typescript.ts';

let done = false;

/** Once per page; further calls change nothing. */
export function setUpPage(library: Sources, typescript: Promise<void>): void {
  if (done) return;
  done = true;
  setUpTypeScript(library, typescript);
  // On Linux Monaco formats with Ctrl+Shift+I, which belongs to the browser.
  monaco.addKeybindingRule({
    keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus && !editorReadonly',
  });
  // A peek is an editor inside the editor; it would let the learner write into given files.
  monaco.onDidCreateEditor((editor) => {
    // Its constructor is not done yet.
    queueMicrotask(() => {
      if ('getParentEditor' in editor) editor.updateOptions({ readOnly: true });
    });
  });
}
