/** Monaco, to read in: coloured as TypeScript, without its service. */
import './features.ts';
import { editor as monaco } from 'monaco-editor/editor';
import type { Reader } from './editor.ts';
import { knowLanguage, readTypeScript } from './open-comparison.ts';
import { appearance } from './appearance.ts';
import { followTheme } from './theme.ts';

export function openReader(host: HTMLElement): Reader {
  knowLanguage();
  followTheme();
  const model = monaco.createModel('', readTypeScript);
  const editor = monaco.create(host, {
    ...appearance(),
    model,
    readOnly: true,
    domReadOnly: true,
    fontSize: 13,
    lineHeight: 20,
  });
  return {
    show(text, label) {
      editor.updateOptions({ ariaLabel: label });
      model.setValue(text);
    },
    dispose() {
      editor.dispose();
      model.dispose();
    },
  };
}
