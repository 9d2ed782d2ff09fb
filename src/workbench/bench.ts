import type { Sources } from '../compiler/build-options.ts';
import type { Editor, EditorPlace, EditorProblem } from '../editor/editor.ts';
import { keepDrafts, type Draft, type DraftKeeper } from '../progress/drafts.ts';
import { forgetLastVerdict } from '../progress/last-verdict.ts';
import { recordPassed } from '../progress/passed.ts';
import { prefer, readPreferences } from '../progress/preferences.ts';
import { knownFiles, sameFiles } from './draft-files.ts';
import { createDownloads, type DownloadPurpose, type DownloadState } from './downloads.ts';
import type { Engine } from './engine.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { keepVerdict, recallVerdict } from './kept-verdict.ts';
import { loadMonaco, openBestEditor } from './open-best-editor.ts';
import { runLazily } from './run-lazily.ts';
import type { RunState } from './run.ts';
import { createScratch, noScratch, type ScratchState } from './scratch.ts';
import { scratchPath, scratchStart } from './scratch-start.ts';
import { downloadTypeScript } from './typescript-download.ts';
import type { Problem } from '../compiler/compile-modules.ts';

/** What the workbench shows. */
export type BenchState = {
  readonly editor: 'opening' | 'monaco' | 'plain' | 'unreachable';
  readonly shown: string;
  readonly run: RunState | undefined;
  readonly scratch: ScratchState;
  /** What the verdict is about. */
  readonly judged: Sources;
  /** The verdict was shown before the page was loaded again, in another language perhaps. */
  readonly fromBefore: boolean;
  /** The code was changed after the verdict. */
  readonly stale: boolean;
  readonly download: DownloadState | undefined;
  /** A download that failed. */
  readonly missing: DownloadPurpose | undefined;
  readonly changed: boolean;
  readonly canUndoReset: boolean;
  /** The browser keeps nothing: drafts and progress last until the page is left. */
  readonly forgetful: boolean;
};

export type BenchTexts = {
  readonly editorLabel: (path: string) => string;
  readonly problem: (problem: Problem) => string;
  /** What the scratch file says of itself. */
  readonly scratchComment: string;
};

export type Bench = {
  /** Opens the editor in the element, with the draft if there is one. Once, unless no editor could be loaded. */
  open(host: HTMLElement): Promise<void>;
  /** Exchanges the editor for the other one, and remembers the choice. */
  prefer(kind: 'full' | 'plain'): Promise<void>;
  /** Tries a download again that failed. */
  loadAgain(): Promise<void>;
  show(path: string): void;
  /** The editable files as the learner has them. */
  files(): Sources;
  reveal(place: EditorPlace): void;
  run(): Promise<void>;
  /** Ends whatever runs. */
  stop(): void;
  showScratch(): void;
  /** Runs the scratch file's `main`; nothing is judged. */
  runScratch(): Promise<void>;
  reset(): void;
  undoReset(): void;
  dispose(): void;
};

export const openingBench = (exercise: WorkbenchExercise): BenchState => ({
  editor: 'opening',
  shown: exercise.opens,
  run: undefined,
  scratch: noScratch,
  judged: {},
  fromBefore: false,
  stale: false,
  download: undefined,
  missing: undefined,
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

  const scratch = createScratch(
    scratchStart(exercise.opens, { ...exercise.starters, ...exercise.given }, texts.scratchComment),
    (changed) => update({ scratch: changed }),
  );

  const update = (change: Partial<BenchState>) => {
    state = { ...state, ...change };
    tell(state);
  };

  const keep = () => {
    if (!editor || adopting) return;
    const files = editor.files();
    const kept = { ...files, ...scratch.kept() };
    drafts?.keep({ v: 1, files: kept, updatedAt: Date.now(), ...(beforeReset ? { beforeReset } : {}) });
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
    scratch.take(newer?.files);
    adopting = false;
    beforeReset = newer?.beforeReset;
    update({
      changed: !sameFiles(files, exercise.starters),
      canUndoReset: beforeReset !== undefined,
    });
  };

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
    if (outcomes.some(({ status }) => status === 'rejected'))
      update({ missing: state.missing ?? 'compiler' });
    else if (state.missing === 'compiler') update({ missing: undefined });
  };

  /** Puts an editor with these files into the element; says whether one could be loaded. */
  const place = async (element: HTMLElement, files: Sources): Promise<boolean> => {
    const options = {
      exercise: exercise.id,
      editable: files,
      readOnly: exercise.given,
      opens: state.shown,
      label: texts.editorLabel,
      onChange,
      onRun: () => void (state.shown === scratchPath ? bench.runScratch() : bench.run()),
      onOpen: (path: string) => update({ shown: path }),
    };
    const opened = await openBestEditor(
      element,
      scratch.options(options, keep),
      urls,
      downloads,
      readPreferences().editor,
    ).catch(() => undefined);
    if (!opened) return false;
    host = element;
    editor = scratch.around(opened.editor);
    const wanted = opened.kind === 'monaco' || readPreferences().editor === 'plain';
    update({ editor: opened.kind, missing: wanted ? undefined : 'editor' });
    return true;
  };

  const bench: Bench = {
    async open(element) {
      drafts = keepDrafts(exercise.id, {
        onRefused: () => update({ forgetful: true }),
        onNewer: adopt,
        onReplaced(draft) {
          forgetLastVerdict(exercise.id);
          adopt(draft);
        },
      });
      const draft = await drafts.open();
      const files = { ...exercise.starters, ...knownFiles(draft?.files, exercise.starters) };
      scratch.take(draft?.files);
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
      const known = recallVerdict(exercise.id, urls.bundle);
      if (known) {
        const stale = !sameFiles(known.files, files);
        update({ run: known.run, judged: known.files, fromBefore: true, stale });
      }
      void prefetch();
    },
    async prefer(kind) {
      prefer({ editor: kind });
      if (!host || !editor) return;
      // The editor that stands goes when the other one is there.
      if (kind === 'full' && !(await loadMonaco(urls, downloads).catch(() => undefined)))
        return update({ missing: 'editor' });
      const files = editor.files();
      editor.dispose();
      await place(host, files);
      await prefetch();
    },
    async loadAgain() {
      await (state.missing === 'editor' ? bench.prefer('full') : prefetch());
    },
    show(path) {
      editor?.show(path);
      update({ shown: path });
    },
    files: () => editor?.files() ?? exercise.starters,
    reveal(at) {
      editor?.reveal(at);
      update({ shown: at.path });
    },
    async run() {
      if (!editor) return;
      scratch.stop();
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const files = editor.files();
      await drafts?.flush();
      for await (const next of runLazily(loadEngine, files, controller.signal)) {
        if (running !== controller) return;
        const stale = next.kind === 'judged' && !sameFiles(editor.files(), files);
        update({ run: next, stale, fromBefore: false });
        if (next.kind !== 'judged') continue;
        update({ judged: files });
        keepVerdict(exercise.id, urls.bundle, files, next);
        if (state.missing === 'compiler' && next.verdict.kind !== 'unavailable') void prefetch();
        running = undefined;
        if (next.verdict.kind === 'refused' && !stale) editor.mark(next.verdict.problems.map(marked(texts)));
        if (next.verdict.kind === 'passed' && (await recordPassed(exercise.id)) === 'memory')
          update({ forgetful: true });
      }
    },
    showScratch() {
      scratch.open();
      bench.show(scratchPath);
    },
    async runScratch() {
      bench.stop();
      await drafts?.flush();
      await scratch.run(loadEngine, bench.files());
    },
    stop() {
      scratch.stop();
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
      scratch.stop();
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
