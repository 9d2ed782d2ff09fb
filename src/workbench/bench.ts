import type { Sources } from '../compiler/build-options.ts';
import type {
  Diagnostic,
  Editor,
  EditorCommand,
  EditorPlace,
  EditorProblem,
  EditorWords,
} from '../editor/editor.ts';
import { recordPassed } from '../progress/passed.ts';
import { prefer } from '../progress/preferences.ts';
import { createBenchDraft, openingDraft, type BenchDraft, type DraftState } from './bench-draft.ts';
import { chooseEditor } from './choose-editor.ts';
import { knownFiles, sameFiles } from './draft-files.ts';
import { createEditorSlot, type FullEditor } from './editor-slot.ts';
import type { Engine } from './engine.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import type { EditorRequest } from './open-best-editor.ts';
import { runLazily } from './run-lazily.ts';
import type { RunState } from './run.ts';
import type { Problem } from '../compiler/compile-modules.ts';

/** What the workbench shows. */
export type BenchState = DraftState & {
  readonly editor: 'opening' | 'monaco' | 'plain' | 'unreachable';
  readonly fullEditor: FullEditor;
  readonly shown: string;
  /** Files outside the exercise that the learner went to and has not closed. */
  readonly visited: readonly string[];
  readonly canGoBack: boolean;
  /** None before TypeScript has looked at the files. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
  readonly run: RunState | undefined;
  /** The code was changed after the verdict. */
  readonly stale: boolean;
  /** The compiler's download; no total where the host does not tell it. */
  readonly download: { readonly loaded: number; readonly total: number | undefined } | undefined;
};

export type BenchTexts = {
  readonly editorLabel: EditorRequest['label'];
  readonly editor: EditorWords;
  readonly problem: (problem: Problem) => string;
};

export type Bench = {
  /** Opens the editor in the element, with the draft if there is one. Once, unless no editor could be loaded. */
  open(host: HTMLElement): Promise<void>;
  /** Exchanges the editor for the other one, and remembers the choice. */
  prefer(kind: 'full' | 'plain'): Promise<void>;
  /** Tries once more to load the full editor, and says whether it stands; no choice is remembered. */
  retryFullEditor(): Promise<boolean>;
  /** Puts the cursor into the editor. */
  focus(): void;
  show(path: string): void;
  /** Closes a file outside the exercise. */
  close(path: string): void;
  back(): void;
  perform(command: EditorCommand): void;
  /** The editable files as the learner has them. */
  files(): Sources;
  reveal(place: EditorPlace): void;
  run(): Promise<void>;
  stop(): void;
  /** Puts the starter into the editor; `restore` brings back what was there. */
  reset(): void;
  /** As `reset`, with other code: a solution, or what came in. Only editable files are exchanged. */
  exchange(files: Sources): void;
  restore(): void;
  /** Answers the question about the draft. */
  answer: BenchDraft['answer'];
  dispose(): void;
};

export const openingBench = (exercise: WorkbenchExercise): BenchState => ({
  editor: 'opening',
  fullEditor: 'not-asked',
  shown: exercise.opens,
  visited: [],
  canGoBack: false,
  diagnostics: undefined,
  run: undefined,
  stale: false,
  download: undefined,
  ...openingDraft,
});

/** The work at one exercise: editor, draft and runs. `tell` gets every new state. */
export function createBench(
  exercise: WorkbenchExercise,
  urls: WorkbenchFiles,
  texts: BenchTexts,
  tell: (state: BenchState) => void,
): Bench {
  let state = openingBench(exercise);
  let editor: Editor | undefined;
  let engine: Promise<Engine> | undefined;
  let running: AbortController | undefined;
  /** The file of the exercise that was shown last. */
  let lastOwn = exercise.opens;

  const isOwn = (path: string) => path in exercise.starters || path in exercise.given;
  const update = (change: Partial<BenchState>) => {
    state = { ...state, ...change };
    if (isOwn(state.shown)) lastOwn = state.shown;
    tell(state);
  };

  const draft = createBenchDraft(exercise, (files) => editor?.replace(files), update);

  const onChange = (files: Sources) => {
    if (state.run?.kind === 'judged') update({ stale: true });
    editor?.mark([]);
    draft.edited(files);
  };

  const visitedWith = (path: string) => ({
    visited: isOwn(path) || state.visited.includes(path) ? state.visited : [...state.visited, path],
  });

  const loadEngine = () => {
    engine ??= import('./engine.ts').then(({ createEngine }) => createEngine(urls, exercise.given));
    engine.catch(() => (engine = undefined));
    return engine;
  };

  const showDownload = (loaded: number, total: number | undefined) => update({ download: { loaded, total } });
  /** Begins the downloads that the first Run needs. What fails here is said when the learner presses Run. */
  const prefetch = async () => {
    const { compiler, loadRunner } = await loadEngine();
    const compilerLoaded = compiler.load(showDownload).finally(() => update({ download: undefined }));
    await Promise.all([loadRunner(), compilerLoaded]);
  };

  const markProblems = () => {
    const verdict = state.run?.kind === 'judged' && !state.stale ? state.run.verdict : undefined;
    if (verdict?.kind === 'refused') editor?.mark(verdict.problems.map(marked(texts)));
  };

  const editorSlot = createEditorSlot({
    libraryUrl: urls.library,
    request: (files) => ({
      exercise: exercise.id,
      editable: files,
      readOnly: exercise.given,
      opens: lastOwn,
      label: texts.editorLabel,
      words: texts.editor,
      onChange,
      onRun: () => void bench.run(),
      onTravel: (path, canGoBack) => update({ ...visitedWith(path), shown: path, canGoBack }),
      onDiagnosed: (diagnostics) => update({ diagnostics }),
    }),
    onOpened(kind, opened) {
      editor = opened;
      // Another tab may have saved while the editor was loading.
      if (!sameFiles(editor.files(), draft.files())) editor.replace(draft.files());
      update({ editor: kind, shown: lastOwn, visited: [], canGoBack: false, diagnostics: undefined });
      markProblems();
    },
    onFullEditor: (fullEditor) => update({ fullEditor }),
  });

  const bench: Bench = {
    async open(element) {
      await draft.open();
      if (!(await editorSlot.open(element, chooseEditor(), draft.files()))) {
        update({ editor: 'unreachable' });
        return;
      }
      prefetch().catch(() => undefined);
    },
    async prefer(kind) {
      prefer({ editor: kind });
      await editorSlot.exchange(kind);
    },
    async retryFullEditor() {
      await editorSlot.exchange('full');
      return state.editor === 'monaco';
    },
    focus: () => editor?.focus(),
    show(path) {
      editor?.show(path);
      update({ shown: path });
    },
    close(path) {
      update({ visited: state.visited.filter((each) => each !== path) });
      if (path === state.shown) bench.show(lastOwn);
    },
    back: () => editor?.back?.(),
    perform: (command) => editor?.perform?.(command),
    files: () => editor?.files() ?? exercise.starters,
    reveal(target) {
      editor?.reveal(target);
      update({ shown: target.path });
    },
    async run() {
      if (!editor) return;
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const files = editor.files();
      await draft.flush();
      for await (const next of runLazily(loadEngine, files, controller.signal)) {
        if (running !== controller) return;
        const stale = next.kind === 'judged' && !sameFiles(editor.files(), files);
        update({ run: next, stale });
        if (next.kind !== 'judged') continue;
        running = undefined;
        markProblems();
        if (next.verdict.kind === 'passed') await recordPassed(exercise.id);
      }
    },
    stop() {
      if (!running) return;
      running.abort();
      running = undefined;
      update({ run: { kind: 'judged', verdict: { kind: 'cancelled' }, mistakes: [] } });
    },
    reset: () => draft.exchange(exercise.starters),
    exchange: (files) => draft.exchange(knownFiles(files, exercise.starters)),
    restore: draft.restore,
    answer: draft.answer,
    dispose() {
      running?.abort();
      draft.stop();
      editorSlot.dispose();
      void engine?.then((loaded) => loaded.dispose());
    },
  };
  return bench;
}

const marked =
  (texts: BenchTexts) =>
  (problem: Problem): EditorProblem => ({ ...problem, message: texts.problem(problem) });
