import type { Sources } from '../compiler/build-options.ts';
import type { Editor, EditorPlace, EditorProblem } from '../editor/editor.ts';
import { keepDrafts, type Draft, type DraftKeeper } from '../progress/drafts.ts';
import { recordPassed } from '../progress/passed.ts';
import { prefer } from '../progress/preferences.ts';
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
export type BenchState = {
  readonly editor: 'opening' | 'monaco' | 'plain' | 'unreachable';
  readonly fullEditor: FullEditor;
  readonly shown: string;
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
  readonly editorLabel: EditorRequest['label'];
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
  fullEditor: 'not-asked',
  shown: exercise.opens,
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
  let editor: Editor | undefined;
  let drafts: DraftKeeper | undefined;
  let engine: Promise<Engine> | undefined;
  let running: AbortController | undefined;
  let beforeReset: Readonly<Record<string, string>> | undefined;
  let adopting = false;

  const update = (change: Partial<BenchState>) => {
    state = { ...state, ...change };
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
      opens: state.shown,
      label: texts.editorLabel,
      onChange,
      onRun: () => void bench.run(),
      onOpen: (path) => update({ shown: path }),
    }),
    onOpened(kind, opened) {
      editor = opened;
      update({ editor: kind });
      markProblems();
    },
    onFullEditor: (fullEditor) => update({ fullEditor }),
  });

  const bench: Bench = {
    async open(element) {
      drafts = keepDrafts(exercise.id, {
        onRefused: () => update({ forgetful: true }),
        onNewer: adopt,
        onReplaced: adopt,
      });
      const draft = await drafts.open();
      const files = { ...exercise.starters, ...knownFiles(draft?.files, exercise.starters) };
      if (!(await editorSlot.open(element, chooseEditor(), files))) {
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
    files: () => editor?.files() ?? exercise.starters,
    reveal(place) {
      editor?.reveal(place);
      update({ shown: place.path });
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
        markProblems();
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
      editorSlot.dispose();
      void engine?.then((loaded) => loaded.dispose());
    },
  };
  return bench;
}

const marked =
  (texts: BenchTexts) =>
  (problem: Problem): EditorProblem => ({ ...problem, message: texts.problem(problem) });
