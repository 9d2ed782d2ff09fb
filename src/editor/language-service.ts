import type { IRange, Position, editor as monaco } from 'monaco-editor/editor';
import {
  getTypeScriptWorker,
  type TypeScriptWorker,
} from 'monaco-editor/languages/features/typescript/register';

/** TypeScript's `TextSpan`. */
export type TextSpan = { readonly start: number; readonly length: number };

/** TypeScript in its worker, which has the newest texts. Rejects when it cannot be loaded. */
export async function typescriptFor(...models: readonly monaco.ITextModel[]): Promise<TypeScriptWorker> {
  const getWorker = await getTypeScriptWorker();
  return getWorker(...models.map(({ uri }) => uri));
}

export function rangeOf(model: monaco.ITextModel, { start, length }: TextSpan): IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(start + length);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

/** The empty span at a position. */
export const spanIn = (model: monaco.ITextModel, position: Position): TextSpan => ({
  start: model.getOffsetAt(position),
  length: 0,
});
