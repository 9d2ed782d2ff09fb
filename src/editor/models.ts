/** The texts that Monaco holds, by the paths under which an exercise knows them. */
import { Uri, editor as monaco } from 'monaco-editor/editor';
import type { EditorWords, Sources } from './editor.ts';

export type Models = {
  readonly editable: Readonly<Record<string, monaco.ITextModel>>;
  /** The editable and the given files. */
  readonly all: Readonly<Record<string, monaco.ITextModel>>;
  dispose(): void;
};

type Opened = { readonly path: string; readonly editable: boolean; readonly words: EditorWords };

/** What the open editors of the page have, by URI. */
const opened = new Map<string, Opened>();

export function openModels(
  exercise: string,
  editable: Sources,
  readOnly: Sources,
  words: EditorWords,
): Models {
  const create = (path: string, text: string) => {
    const uri = modelUri(exercise, path);
    monaco.getModel(uri)?.dispose();
    opened.set(uri.toString(), { path, editable: path in editable, words });
    return monaco.createModel(text, 'typescript', uri);
  };
  const all = mapEntries({ ...editable, ...readOnly }, create);
  return {
    editable: mapEntries(editable, (path) => all[path]!),
    all,
    dispose() {
      for (const model of Object.values(all)) {
        // Another editor may have taken the place.
        if (monaco.getModel(model.uri) === model) opened.delete(model.uri.toString());
        model.dispose();
      }
    },
  };
}

/** Where the text of a file is that an open editor shows. */
export const modelUri = (exercise: string, path: string): Uri =>
  Uri.parse(`file:///${exercise}/${path.replace(/^\.\//, '')}`);

/** A file of the library or of TypeScript's declarations: `past-tense/index.ts`, `lib.dom.d.ts`. */
export const outsideUri = (path: string): Uri => Uri.parse(`file:///${path}`);

/** The path of a file of an exercise or, if it belongs to none, of one outside. */
export const pathOf = (uri: Uri): string => opened.get(uri.toString())?.path ?? uri.path.slice(1);

export const isEditable = (uri: Uri): boolean => opened.get(uri.toString())?.editable === true;

/** The words of the editor that has the file. */
export const wordsFor = (uri: Uri): EditorWords | undefined => opened.get(uri.toString())?.words;

function mapEntries<In, Out>(
  record: Readonly<Record<string, In>>,
  map: (key: string, value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(key, value)]));
}
