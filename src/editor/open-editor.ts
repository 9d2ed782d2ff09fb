/** Monaco, with the types of the course library. The only folder that imports monaco-editor. */
import './features.ts';
import { KeyCode, KeyMod, MarkerSeverity, Uri, editor as monaco } from 'monaco-editor/editor';
import type { Editor, EditorOptions, EditorProblem, Sources } from './editor.ts';
import { setUpTypeScript } from './typescript.ts';
import { followTheme } from './theme.ts';

const markerOwner = 'compiler';

export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  setUpTypeScript(options.library, options.typescript);
  followTheme();
  const editable = createModels(options.exercise, options.editable);
  const models = { ...editable, ...createModels(options.exercise, options.readOnly) };
  const codeEditor = monaco.create(host, { ...appearance, model: null });
  const viewStates = new Map<string, monaco.ICodeEditorViewState | null>();
  let shown: string | undefined;

  const files = (): Sources => mapValues(editable, (model) => model.getValue());
  const show = (path: string) => {
    const model = models[path];
    if (!model || path === shown) return;
    if (shown !== undefined) viewStates.set(shown, codeEditor.saveViewState());
    shown = path;
    codeEditor.setModel(model);
    codeEditor.updateOptions({ readOnly: !(path in editable), ariaLabel: options.label(path) });
    codeEditor.restoreViewState(viewStates.get(path) ?? null);
  };

  for (const model of Object.values(editable)) model.onDidChangeContent(() => options.onChange(files()));
  codeEditor.addAction({
    id: 'run',
    label: 'Run',
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    run: options.onRun,
  });
  const opener = monaco.registerEditorOpener({
    openCodeEditor(source, resource) {
      const path = Object.keys(models).find((name) => models[name]!.uri.toString() === resource.toString());
      if (source !== codeEditor || path === undefined) return false;
      show(path);
      options.onOpen(path);
      return true;
    },
  });
  show(options.opens);

  return {
    show,
    files,
    replace(texts) {
      for (const [path, text] of Object.entries(texts)) {
        const model = editable[path];
        if (!model || model.getValue() === text) continue;
        model.pushStackElement();
        model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
        model.pushStackElement();
      }
    },
    reveal({ path, line, column }) {
      show(path);
      codeEditor.setPosition({ lineNumber: line, column });
      codeEditor.revealLineInCenterIfOutsideViewport(line);
      codeEditor.focus();
    },
    mark(problems) {
      for (const [path, model] of Object.entries(models)) {
        const own = problems.filter((problem) => problem.path === path);
        monaco.setModelMarkers(model, markerOwner, own.map(marker));
      }
    },
    focus: () => codeEditor.focus(),
    dispose() {
      opener.dispose();
      codeEditor.dispose();
      for (const model of Object.values(models)) model.dispose();
    },
  };
}

/** Where the text of a file is that an open editor shows. */
export const modelUri = (exercise: string, path: string): Uri =>
  Uri.parse(`file:///${exercise}/${path.replace(/^\.\//, '')}`);

export const appearance: monaco.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSize: 14,
  lineHeight: 21,
  lineNumbersMinChars: 3,
  folding: false,
  glyphMargin: false,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  padding: { top: 12, bottom: 12 },
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  // The page scrolls on when the file is at its end.
  scrollbar: { alwaysConsumeMouseWheel: false },
  tabSize: 2,
  wordBasedSuggestions: 'off',
  wordWrap: 'on',
};

function createModels(exercise: string, sources: Sources): Record<string, monaco.ITextModel> {
  return Object.fromEntries(
    Object.entries(sources).map(([path, text]) => {
      const uri = modelUri(exercise, path);
      monaco.getModel(uri)?.dispose();
      return [path, monaco.createModel(text, 'typescript', uri)];
    }),
  );
}

function marker({ line, column, length, message }: EditorProblem): monaco.IMarkerData {
  return {
    severity: MarkerSeverity.Error,
    message,
    startLineNumber: line,
    startColumn: column,
    endLineNumber: line,
    endColumn: column + length,
  };
}

function mapValues<In, Out>(record: Record<string, In>, map: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
