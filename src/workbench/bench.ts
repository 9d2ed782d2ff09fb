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
import { prefer } from '../progress/preferences.ts';
import { createBenchDraft, openingDraft, type BenchDraft, type DraftState } from './bench-draft.ts';
import { chooseEditor } from './choose-editor.ts';
import { knownFiles, sameFiles, withLineFeeds } from './draft-files.ts';
import { createEditorSlot, type FullEditor } from './editor-slot.ts';
import { createEngineLoader, nothingLoading, type LoadingState } from './engine-loader.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { createJudging, nothingJudged, type JudgingState } from './judging.ts';
import type { EditorRequest } from './open-best-editor.ts';
import { createScratch, noScratch, type ScratchState } from './scratch.ts';
import { scratchPath, scratchStart } from './scratch-start.ts';
import { shortcutsAreOn } from './use-shortcuts.ts';
import type { Problem } from '../compiler/compile-modules.ts';

/** What the workbench shows. */
export type BenchState = DraftState &
  JudgingState &
  LoadingState & {
    readonly editor: 'opening' | 'monaco' | 'plain' | 'unreachable';
    readonly fullEditor: FullEditor;
    readonly shown: string;
    /** Files outside the exercise that the learner went to and has not closed. */
    readonly visited: readonly string[];
    readonly canGoBack: boolean;
    /** None before TypeScript has looked at the files. */
    readonly diagnostics: readonly Diagnostic[] | undefined;
    readonly scratch: ScratchState;
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
  /** Stores the code now. */
  save(): Promise<void>;
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
  scratch: noScratch,
  ...nothingJudged,
  ...nothingLoading,
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

  const engine = createEngineLoader(urls, exercise.given, update);
  const prefetch = () => engine.prefetch(bench.files, state.editor === 'monaco');

  const judging = createJudging({
    exercise: exercise.id,
    bundle: urls.bundle,
    files: () => bench.files(),
    save: draft.flush,
    loadEngine: engine.load,
    tell(judged) {
      update(judged);
      markProblems();
    },
  });
  /** Underlines what the compiler refused, as long as the text is that which it read. */
  const markProblems = () => {
    const verdict = state.run?.kind === 'judged' && !state.stale ? state.run.verdict : undefined;
    editor?.mark(verdict?.kind === 'refused' ? verdict.problems.map(marked(texts)) : []);
  };

  const onChange = (files: Sources) => {
    judging.changed(files);
    engine.written(files);
    draft.edited(files);
  };

  const visitedWith = (path: string) => ({
    visited: isOwn(path) || state.visited.includes(path) ? state.visited : [...state.visited, path],
  });

  /** Runs the scratch file where it is shown, else what is judged. */
  const runShown = () => void (state.shown === scratchPath ? bench.runScratch() : bench.run());
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRunKey(event) || !shortcutsAreOn()) return;
    event.preventDefault();
    event.stopPropagation();
    runShown();
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
        onRun: runShown,
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
    downloads: engine.downloads,
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
      element.addEventListener('keydown', onKeyDown, { capture: true });
      await draft.open();
      if (!(await editorSlot.open(element, chooseEditor(), draft.files(), engine.begin))) {
        update({ editor: 'unreachable' });
        return;
      }
      judging.recall();
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
    save: draft.flush,
    async run() {
      if (!editor) return;
      scratch.stop();
      await judging.run();
      const verdict = state.run?.kind === 'judged' ? state.run.verdict : undefined;
      // What could be run was downloaded after all.
      if (state.incomplete && verdict && verdict.kind !== 'unavailable') void prefetch();
    },
    showScratch() {
      scratch.open();
      bench.show(scratchPath);
    },
    async runScratch() {
      bench.stop();
      void draft.flush();
      await scratch.run(engine.load, bench.files());
    },
    stop() {
      scratch.stop();
      judging.stop();
    },
    reset: () => draft.exchange(exercise.starters),
    // Editors end lines in one way; other texts would count as changed as soon as one is shown.
    exchange: (files) => draft.exchange(withLineFeeds(knownFiles(files, exercise.starters))),
    restore: draft.restore,
    answer: draft.answer,
    dispose() {
      scratch.stop();
      judging.stop();
      draft.stop();
      editorSlot.dispose();
      engine.dispose();
    },
  };
  return bench;
}

/** In whichever editor. A key that ends a syllable belongs to the input method (229: WebKit tells it only so). */
const isRunKey = ({ key, ctrlKey, metaKey, isComposing, keyCode }: KeyboardEvent): boolean =>
  key === 'Enter' && (ctrlKey || metaKey) && !isComposing && keyCode !== 229;

const marked =
  (texts: BenchTexts) =>
  (problem: Problem): EditorProblem => ({ ...problem, message: texts.problem(problem) });
