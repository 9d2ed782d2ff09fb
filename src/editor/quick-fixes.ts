/**
 * TypeScript's suggestions how to mend an error. Monaco's own would write a change that belongs into another file into
 * the shown one; here it goes where it belongs, and a suggestion that changes a read-only file is not made.
 */
import { Uri, editor as monaco, type languages } from 'monaco-editor/editor';
import { rangeOf, typescriptFor, type TextSpan } from './language-service.ts';
import { isEditable } from './models.ts';

/** TypeScript's `CodeFixAction`. */
type CodeFix = {
  readonly description: string;
  readonly changes: readonly {
    readonly fileName: string;
    readonly isNewFile?: boolean;
    readonly textChanges: readonly { readonly span: TextSpan; readonly newText: string }[];
  }[];
};

export const quickFixProvider: languages.CodeActionProvider = {
  async provideCodeActions(model, range, { markers }) {
    const codes = markers.map(({ code }) => Number(code)).filter((code) => code > 0);
    // Without its worker the editor still edits.
    const worker = codes.length === 0 ? undefined : await typescriptFor(model).catch(() => undefined);
    if (!worker) return { actions: [], dispose: () => undefined };
    const fixes = (await worker.getCodeFixesAtPosition(
      model.uri.toString(),
      model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
      model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
      codes,
      { indentSize: 2, tabSize: 2, convertTabsToSpaces: true, newLineCharacter: '\n' },
    )) as readonly CodeFix[];
    const actions = fixes.filter(isAllowed).map((fix) => ({
      title: fix.description,
      kind: 'quickfix',
      diagnostics: markers,
      edit: { edits: editsOf(fix) },
    }));
    return { actions, dispose: () => undefined };
  },
};

const isAllowed = ({ changes }: CodeFix): boolean =>
  changes.every(({ fileName, isNewFile }) => !isNewFile && isEditable(Uri.parse(fileName)));

const editsOf = ({ changes }: CodeFix): languages.IWorkspaceTextEdit[] =>
  changes.flatMap(({ fileName, textChanges }) => {
    const resource = Uri.parse(fileName);
    const model = monaco.getModel(resource)!;
    return textChanges.map(({ span, newText }) => ({
      resource,
      versionId: undefined,
      textEdit: { range: rangeOf(model, span), text: newText },
    }));
  });
