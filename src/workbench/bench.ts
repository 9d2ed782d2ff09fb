import type { Sources } from '../compiler/build-options.ts';
import type {
  Diagnostic,
  Editor,
  EditorCommand,
  EditorOptions,
  EditorPlace,
  EditorProblem,
  EditorWords,
} from '../editor/editor.ts';
import { keepDrafts, type Draft, type DraftKeeper } from '../progress/drafts.ts';
import { recordPassed } from '../progress/passed.ts';
import { prefer, readPreferences } from '../progress/preferences.ts';
import { knownFiles, sameFiles } from './draft-files.ts';
import type { Engine } from './engine.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { openBestEditor } from './open-best-editor.ts';
import { runLazily } from './run-lazily.ts';
import type { RunState } from './run.ts';
import type { Problem } from '../compiler/compile-modules.ts';

/** What the workbench shows. */
export type BenchState = {
  readonly editor: 'opening' | 'monaco' | 'plain' | 'unreachable';
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
  readonly changed: boolean;
  readonly canUndoReset: boolean;
  /** The browser keeps nothing: drafts and progress last until the page is left. */
  readonly forgetful: boolean;
};

export type BenchTexts = {
  readonly editorLabel: (path: string) => string;
  readonly editor: EditorWords;
  readonly problem: (problem: Problem) => string;
};

export type Bench = {
  /** Opens the editor in the element, with the draft if there is one. Once, unless no editor could be loaded. */
  open(host: HTMLElement): Promise<void>;
  /** Exchanges the editor for the other one, and remembers the choice. */
  prefer(kind: 'full' | 'plain'): Promise<void>;
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
  reset(): void;
  undoReset(): void;
  dispose(): void;
};

export const openingBench = (exercise: WorkbenchExercise): BenchState => ({
  editor: 'opening',
  shown: exercise.opens,
  visited: [],
  canGoBack: false,
  diagnostics: undefined,
  run: undefined,
  stale: false,
  download: undefined,
  changed: false,
  canUndoReset: false,
  forgetful: false,
});

/** The work at one exercise: editor, draft and runs. `tell` gets every new state. */
export function createBench(
  exercise: WorkbenchExercise,
  urls: WorkbenchFiles,
  texts: BenchTexts,
  tell: (state: BenchState) => void,
): Bench {
  let state = openingBench(exercise);
  let host: HTMLElement | undefined;
  let editor: Editor | undefined;
  let drafts: DraftKeeper | undefined;
  let engine: Promise<Engine> | undefined;
  let running: AbortController | undefined;
  let beforeReset: Readonly<Record<string, string>> | undefined;
  let adopting = false;
  /** The file of the exercise that was shown last. */
  let lastOwn = exercise.opens;

  const isOwn = (path: string) => path in exercise.starters || path in exercise.given;
  const update = (change: Partial<BenchState>) => {
    state = { ...state, ...change };
    if (isOwn(state.shown)) lastOwn = state.shown;
    tell(state);
  };

  const keep = () => {
    if (!editor || adopting) return;
    const files = editor.files();
    drafts?.keep({ v: 1, files, updatedAt: Date.now(), ...(beforeReset ? { beforeReset } : {}) });
    update({ changed: !sameFiles(files, exercise.starters), canUndoReset: beforeReset !== undefined });
  };

  const onChange = () => {
    beforeReset = undefined;
    if (state.run?.kind === 'judged') update({ stale: true });
    editor?.mark([]);
    keep();
  };

  const replace = (files: Readonly<Record<string, string>>, remembered: typeof beforeReset) => {
    editor?.replace(files);
    beforeReset = remembered;
    keep();
  };

  /** Takes over what another tab saved, or that there is nothing. It is stored already; storing it again would go to and fro between the tabs. */
  const adopt = (newer: Draft | undefined) => {
    const files = { ...exercise.starters, ...knownFiles(newer?.files, exercise.starters) };
    adopting = true;
    editor?.replace(files);
    adopting = false;
    beforeReset = newer?.beforeReset;
    update({
      changed: !sameFiles(files, exercise.starters),
      canUndoReset: beforeReset !== undefined,
    });
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

  /** Puts an editor with these files into the element; says whether one could be loaded. */
  const place = async (element: HTMLElement, files: Sources): Promise<boolean> => {
    const options: EditorOptions = {
      exercise: exercise.id,
      editable: files,
      readOnly: exercise.given,
      library: {},
      opens: state.shown,
      label: texts.editorLabel,
      words: texts.editor,
      onChange,
      onRun: () => void bench.run(),
      onTravel: (path, canGoBack) => update({ ...visitedWith(path), shown: path, canGoBack }),
      onDiagnosed: (diagnostics) => update({ diagnostics }),
    };
    const opened = await openBestEditor(element, options, urls.library, readPreferences().editor).catch(
      () => undefined,
    );
    if (!opened) return false;
    host = element;
    editor = opened.editor;
    update({ editor: opened.kind });
    return true;
  };

  const bench: Bench = {
    async open(element) {
      drafts = keepDrafts(exercise.id, {
        onRefused: () => update({ forgetful: true }),
        onNewer: adopt,
        onReplaced: adopt,
      });
      const draft = await drafts.open();
      const files = { ...exercise.starters, ...knownFiles(draft?.files, exercise.starters) };
      if (!(await place(element, files))) {
        drafts.stop();
        update({ editor: 'unreachable' });
        return;
      }
      beforeReset = draft?.beforeReset;
      update({
        changed: !sameFiles(files, exercise.starters),
        canUndoReset: beforeReset !== undefined,
      });
      prefetch().catch(() => undefined);
    },
    async prefer(kind) {
      prefer({ editor: kind });
      if (!host || !editor) return;
      const files = editor.files();
      editor.dispose();
      update({ shown: lastOwn, visited: [], canGoBack: false, diagnostics: undefined });
      await place(host, files);
    },
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
    reveal(at) {
      editor?.reveal(at);
      update({ shown: at.path });
    },
    async run() {
      if (!editor) return;
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const files = editor.files();
      await drafts?.flush();
      for await (const next of runLazily(loadEngine, files, controller.signal)) {
        if (running !== controller) return;
        const stale = next.kind === 'judged' && !sameFiles(editor.files(), files);
        update({ run: next, stale });
        if (next.kind !== 'judged') continue;
        running = undefined;
        if (next.verdict.kind === 'refused' && !stale) editor.mark(next.verdict.problems.map(marked(texts)));
        if (next.verdict.kind === 'passed' && (await recordPassed(exercise.id)) === 'memory')
          update({ forgetful: true });
      }
    },
    stop() {
      if (!running) return;
      running.abort();
      running = undefined;
      update({ run: { kind: 'judged', verdict: { kind: 'cancelled' }, mistakes: [] } });
    },
    reset() {
      if (editor) replace(exercise.starters, editor.files());
    },
    undoReset() {
      if (beforeReset) replace(beforeReset, undefined);
    },
    dispose() {
      running?.abort();
      drafts?.stop();
      editor?.dispose();
      void engine?.then((loaded) => loaded.dispose());
    },
  };
  return bench;
}

const marked =
  (texts: BenchTexts) =>
  (problem: Problem): EditorProblem => ({ ...problem, message: texts.problem(problem) });
