/** Monaco, with the types of the course library. The only folder that imports monaco-editor. */
import './features.ts';
import { MarkerSeverity, editor as monaco } from 'monaco-editor/editor';
import { appearance } from './appearance.ts';
import { diagnose } from './diagnose.ts';
import type { Editor, EditorCommand, EditorOptions, EditorProblem, Sources } from './editor.ts';
import { isEditable, openModels, outsideUri } from './models.ts';
import { setUpPage } from './set-up-page.ts';
import { followTheme } from './theme.ts';
import { travel } from './travel.ts';

const markerOwner = 'compiler';

export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  setUpPage(options.library, options.typescript);
  followTheme();
  // Monaco's colours reach its menus only through an ancestor with this class (0.57).
  host.classList.add('monaco-component');
  const { words } = options;
  const models = openModels(options.exercise, options.editable, options.readOnly, words);
  const codeEditor = monaco.create(host, { ...appearance(), model: null });
  const viewStates = new Map<string, monaco.ICodeEditorViewState | null>();
  let shown = '';

  const files = (): Sources =>
    Object.fromEntries(Object.entries(models.editable).map(([path, model]) => [path, model.getValue()]));
  const show = (path: string) => {
    const model = models.all[path] ?? monaco.getModel(outsideUri(path));
    if (!model || path === shown) return;
    viewStates.set(shown, codeEditor.saveViewState());
    shown = path;
    codeEditor.setModel(model);
    codeEditor.updateOptions({
      readOnly: !isEditable(model.uri),
      readOnlyMessage: { value: words.readOnly(path) },
      ariaLabel: options.label(path),
    });
    codeEditor.restoreViewState(viewStates.get(path) ?? null);
  };

  for (const model of Object.values(models.editable)) {
    model.onDidChangeContent(() => options.onChange(files()));
  }
  codeEditor.addAction({ id: 'run', label: words.run, run: options.onRun });
  const travelling = travel(codeEditor, { show, shown: () => shown, words, onTravel: options.onTravel });
  const diagnosing = diagnose(models, words, options.onDiagnosed);
  show(options.opens);

  return {
    show,
    files,
    replace(texts) {
      for (const [path, text] of Object.entries(texts)) {
        const model = models.editable[path];
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
      for (const [path, model] of Object.entries(models.all)) {
        const own = problems.filter((problem) => problem.path === path);
        monaco.setModelMarkers(model, markerOwner, own.map(marker));
      }
    },
    back: travelling.back,
    perform(command) {
      codeEditor.focus();
      void codeEditor.getAction(actionIds[command])?.run();
    },
    focus: () => codeEditor.focus(),
    dispose() {
      diagnosing.dispose();
      travelling.dispose();
      codeEditor.dispose();
      host.classList.remove('monaco-component');
      models.dispose();
    },
  };
}

const actionIds: Readonly<Record<EditorCommand, string>> = {
  format: 'editor.action.formatDocument',
  find: 'editor.action.startFindReplaceAction',
  rename: 'editor.action.rename',
};

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
