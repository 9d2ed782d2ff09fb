/**
 * Renaming, in place of Monaco's own, which would write into given files and into the library. A name that comes from
 * one of those gets an alias where it is imported; one that they have too is refused.
 */
import { Uri, editor as monaco, languages, type IRange, type Position } from 'monaco-editor/editor';
import { rangeOf, spanIn, typescriptFor, type TextSpan } from './language-service.ts';
import { isEditable, pathOf, wordsFor } from './models.ts';

/** TypeScript's `RenameLocation`. */
type Location = {
  readonly fileName: string;
  readonly textSpan: TextSpan;
  readonly prefixText?: string;
  readonly suffixText?: string;
};

type Found =
  | {
      readonly kind: 'found';
      readonly name: string;
      readonly range: IRange;
      readonly all: readonly Location[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

export const renameProvider: languages.RenameProvider = {
  async resolveRenameLocation(model, position) {
    const found = await find(model, position);
    if (found.kind === 'found') return { range: found.range, text: found.name };
    return { range: rangeOf(model, spanIn(model, position)), text: '', rejectReason: found.reason };
  },
  async provideRenameEdits(model, position, newName) {
    const found = await find(model, position);
    if (found.kind === 'refused') return { edits: [], rejectReason: found.reason };
    return {
      edits: found.all.map(({ fileName, textSpan, prefixText = '', suffixText = '' }) => {
        const resource = Uri.parse(fileName);
        const range = rangeOf(monaco.getModel(resource)!, textSpan);
        return {
          resource,
          versionId: undefined,
          textEdit: { range, text: prefixText + newName + suffixText },
        };
      }),
    };
  },
};

async function find(model: monaco.ITextModel, position: Position): Promise<Found> {
  const words = wordsFor(model.uri);
  const file = model.uri.toString();
  const offset = model.getOffsetAt(position);
  const worker = await typescriptFor(model);
  const info = (await worker.getRenameInfo(file, offset, {})) as RenameInfo;
  if (!info.canRename) return { kind: 'refused', reason: words?.cannotRename ?? info.localizedErrorMessage };
  const all = (await worker.findRenameLocations(file, offset, false, false, true)) as
    readonly Location[] | undefined;
  const foreign = all?.map(({ fileName }) => Uri.parse(fileName)).find((uri) => !isEditable(uri));
  if (foreign) return { kind: 'refused', reason: words?.cannotRenameIn(pathOf(foreign)) ?? pathOf(foreign) };
  return {
    kind: 'found',
    name: info.displayName,
    range: rangeOf(model, info.triggerSpan),
    all: all ?? [],
  };
}

type RenameInfo =
  | { readonly canRename: true; readonly displayName: string; readonly triggerSpan: TextSpan }
  | { readonly canRename: false; readonly localizedErrorMessage: string };
