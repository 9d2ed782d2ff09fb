import type { IRange, Position, editor as monaco } from 'monaco-editor/editor';
import {
  getTypeScriptWorker,
  type TypeScriptWorker,
} from 'monaco-editor/languages/features/typescript/register';

/** TypeScript's `TextSpan`. */
export type TextSpan = { readonly start: number; readonly length: number };

/** TypeScript in its worker, which has the newest texts. Rejects when it cannot be loaded. */
export async function typescriptFor(...models: readonly monaco.ITextModel[]): Promise<TypeScriptWorker> {
  const getWorker = await registered();
  return getWorker(...models.map(({ uri }) => uri));
}

/** Monaco registers TypeScript some time after the first text of the language, and tells nobody when. */
async function registered(attempts = 200): ReturnType<typeof getTypeScriptWorker> {
  try {
    return await getTypeScriptWorker();
  } catch (error) {
    if (attempts === 0 || !String(error).includes('not registered')) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return registered(attempts - 1);
  }
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
