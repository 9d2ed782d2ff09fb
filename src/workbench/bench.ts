import type { Sources } from '../compiler/build-options.ts';
import type {
  Diagnostic,
  Editor,
  EditorCommand,
  EditorPlace,
  EditorProblem,
  EditorWords,
} from '../editor/editor.ts';
import { forgetLastVerdict } from '../progress/last-verdict.ts';
import { recordPassed } from '../progress/passed.ts';
import { prefer, readPreferences } from '../progress/preferences.ts';
import { createBenchDraft, openingDraft, type BenchDraft, type DraftState } from './bench-draft.ts';
import { chooseEditor } from './choose-editor.ts';
import { knownFiles, sameFiles } from './draft-files.ts';
import { createDownloads, type DownloadState } from './downloads.ts';
import { createEditorSlot, type FullEditor } from './editor-slot.ts';
import type { Engine } from './engine.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { keepVerdict, recallVerdict } from './kept-verdict.ts';
import type { EditorRequest } from './open-best-editor.ts';
import { runLazily } from './run-lazily.ts';
import type { RunState } from './run.ts';
import { createScratch, noScratch, type ScratchState } from './scratch.ts';
import { scratchPath, scratchStart } from './scratch-start.ts';
import { downloadTypeScript } from './typescript-download.ts';
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
  readonly scratch: ScratchState;
  /** What the verdict is about. */
  readonly judged: Sources;
  /** The verdict was shown before the page was loaded again, in another language perhaps. */
  readonly fromBefore: boolean;
  /** The code was changed after the verdict. */
  readonly stale: boolean;
  readonly download: DownloadState | undefined;
  /** What running needs could not be downloaded. */
  readonly incomplete: boolean;
};

export type BenchTexts = {
  readonly editorLabel: EditorRequest['label'];
  readonly editor: EditorWords;
  readonly problem: (problem: Problem) => string;
  /** What the scratch file says of itself. */
  readonly scratchComment: string;
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
  /** Tries once more to download what running needs. */
  loadAgain(): Promise<void>;
  show(path: string): void;
  /** Closes a file outside the exercise. */
  close(path: string): void;
  back(): void;
  perform(command: EditorCommand): void;
  /** The editable files as the learner has them. */
  files(): Sources;
  reveal(place: EditorPlace): void;
  run(): Promise<void>;
  /** Ends whatever runs. */
  stop(): void;
  showScratch(): void;
  /** Runs the scratch file's `main`; nothing is judged. */
  runScratch(): Promise<void>;
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
  scratch: noScratch,
  judged: {},
  fromBefore: false,
  stale: false,
  download: undefined,
  incomplete: false,
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

  const scratch = createScratch(
    scratchStart(exercise.opens, { ...exercise.starters, ...exercise.given }, texts.scratchComment),
    (changed) => update({ scratch: changed }),
  );

  const isOwn = (path: string) => path in exercise.starters || path in exercise.given || path === scratchPath;
  const update = (change: Partial<BenchState>) => {
    state = { ...state, ...change };
    if (isOwn(state.shown)) lastOwn = state.shown;
    tell(state);
  };

  const draft = createBenchDraft(
    exercise,
    {
      put: (files) => editor?.replace(files),
      onReplaced: () => forgetLastVerdict(exercise.id),
      beside: scratch,
    },
    update,
  );

  const onChange = (files: Sources) => {
    if (state.run?.kind === 'judged') update({ stale: !sameFiles(files, state.judged) });
    editor?.mark([]);
    draft.edited(files);
  };

  const visitedWith = (path: string) => ({
    visited: isOwn(path) || state.visited.includes(path) ? state.visited : [...state.visited, path],
  });

  const loadEngine = () => {
    engine ??= import('./engine.ts').then(({ createEngine }) =>
      createEngine(urls, exercise.given, downloads),
    );
    engine.catch(() => (engine = undefined));
    return engine;
  };

  const downloads = createDownloads((download) => update({ download }));
  /** Begins the downloads that the first Run needs, and Monaco's TypeScript. */
  const prefetch = async () => {
    const loaded = await loadEngine().catch(() => undefined);
    const outcomes = await Promise.allSettled([
      loaded ? loaded.loadRunner() : Promise.reject(new Error('no engine')),
      loaded?.compiler.load(),
      state.editor === 'monaco' ? downloadTypeScript(downloads) : undefined,
    ]);
    update({ incomplete: outcomes.some(({ status }) => status === 'rejected') });
  };

  const markProblems = () => {
    const verdict = state.run?.kind === 'judged' && !state.stale ? state.run.verdict : undefined;
    if (verdict?.kind === 'refused') editor?.mark(verdict.problems.map(marked(texts)));
  };

  const request = (files: Sources): EditorRequest =>
    scratch.options(
      {
        exercise: exercise.id,
        editable: files,
        readOnly: exercise.given,
        opens: lastOwn,
        label: texts.editorLabel,
        words: texts.editor,
        onChange,
        onRun() {
          if (readPreferences().shortcuts === 'off') return;
          void (state.shown === scratchPath ? bench.runScratch() : bench.run());
        },
        onTravel(path, canGoBack) {
          if (path === scratchPath) scratch.open();
          update({ ...visitedWith(path), shown: path, canGoBack });
        },
        onDiagnosed: (found) => {
          // A scratch file that nobody opened is nobody's to mend.
          update({ diagnostics: found.filter(({ path }) => path !== scratchPath || state.scratch.open) });
        },
      },
      draft.editedBeside,
    );
  const editorSlot = createEditorSlot({
    files: urls,
    downloads,
    request,
    onOpened(kind, opened) {
      editor = scratch.around(opened);
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
      const known = recallVerdict(exercise.id, urls.bundle);
      if (known) {
        const stale = !sameFiles(known.files, draft.files());
        update({ run: known.run, judged: known.files, fromBefore: true, stale });
        markProblems();
      }
      void prefetch();
    },
    async prefer(kind) {
      prefer({ editor: kind });
      await editorSlot.exchange(kind);
      await prefetch();
    },
    loadAgain: prefetch,
    async retryFullEditor() {
      await editorSlot.exchange('full');
      void prefetch();
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
      editor?.focus();
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
      scratch.stop();
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const files = editor.files();
      update({ judged: files });
      await draft.flush();
      for await (const next of runLazily(loadEngine, files, controller.signal)) {
        if (running !== controller) return;
        const stale = next.kind === 'judged' && !sameFiles(editor.files(), files);
        update({ run: next, stale, fromBefore: false });
        if (next.kind !== 'judged') continue;
        keepVerdict(exercise.id, urls.bundle, files, next);
        if (state.incomplete && next.verdict.kind !== 'unavailable') void prefetch();
        running = undefined;
        markProblems();
        if (next.verdict.kind === 'passed') await recordPassed(exercise.id);
      }
    },
    showScratch() {
      scratch.open();
      bench.show(scratchPath);
    },
    async runScratch() {
      bench.stop();
      void draft.flush();
      await scratch.run(loadEngine, bench.files());
    },
    stop() {
      scratch.stop();
      if (!running) return;
      running.abort();
      running = undefined;
      forgetLastVerdict(exercise.id);
      const stale = !sameFiles(bench.files(), state.judged);
      update({ run: { kind: 'judged', verdict: { kind: 'cancelled' }, mistakes: [] }, stale });
    },
    reset: () => draft.exchange(exercise.starters),
    // Editors end lines in one way; other texts would count as changed as soon as one is shown.
    exchange: (files) => draft.exchange(withLineFeeds(knownFiles(files, exercise.starters))),
    restore: draft.restore,
    answer: draft.answer,
    dispose() {
      scratch.stop();
      running?.abort();
      draft.stop();
      editorSlot.dispose();
      void engine?.then((loaded) => loaded.dispose());
    },
  };
  return bench;
}

const withLineFeeds = (files: Sources): Sources =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll(/\r\n?/g, '\n')]));

const marked =
  (texts: BenchTexts) =>
  (problem: Problem): EditorProblem => ({ ...problem, message: texts.problem(problem) });
