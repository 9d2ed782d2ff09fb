/** Monaco's diff editor: the learner's text on the left as it is at any moment, another on the right. */
import './features.ts';
import {
  conf as configuration,
  language as tokens,
} from 'monaco-editor/languages/definitions/typescript/typescript';
import { Uri, editor as monaco, languages } from 'monaco-editor/editor';
import { appearance } from './appearance.ts';
import type { Comparison } from './editor.ts';
import { modelUri } from './models.ts';

/** Coloured as TypeScript, but unknown to its service: what is only read must not turn up in completions. */
export const readTypeScript = 'typescript-to-read';

/** Both sides are read-only. Needs an open Monaco editor of the same exercise. */
export function openComparison(
  host: HTMLElement,
  { exercise, against }: { readonly exercise: string; readonly against: string },
): Comparison {
  knowLanguage();
  const diffEditor = monaco.createDiffEditor(host, {
    ...appearance(),
    readOnly: true,
    domReadOnly: true,
    originalEditable: false,
    diffWordWrap: 'on',
    fontSize: 13,
    lineHeight: 20,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    renderOverviewRuler: false,
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 560,
  });
  const modified = textToRead(exercise, against);
  return {
    show(path, other, labels) {
      // Monaco takes these later too; its type knows them only at creation.
      const named = { originalAriaLabel: labels.mine, modifiedAriaLabel: labels.other };
      diffEditor.updateOptions(named as monaco.IDiffEditorOptions);
      const original = monaco.getModel(modelUri(exercise, path));
      modified.setValue(other);
      if (original) diffEditor.setModel({ original, modified });
    },
    dispose() {
      diffEditor.setModel(null);
      diffEditor.dispose();
    },
  };
}

/**
 * The right side, one for each comparison and kept as long as the page: Monaco throws "no diff result available" when a
 * text is disposed of while its worker compares it.
 */
function textToRead(exercise: string, against: string): monaco.ITextModel {
  const uri = Uri.from({ scheme: 'comparison', path: `/${exercise}/${against}` });
  return monaco.getModel(uri) ?? monaco.createModel('', readTypeScript, uri);
}

export function knowLanguage(): void {
  if (languages.getLanguages().some(({ id }) => id === readTypeScript)) return;
  languages.register({ id: readTypeScript });
  languages.setLanguageConfiguration(readTypeScript, configuration);
  languages.setMonarchTokensProvider(readTypeScript, tokens);
}
