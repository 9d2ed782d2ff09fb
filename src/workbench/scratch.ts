import type { Sources } from '../compiler/build-options.ts';
import type { Editor, EditorOptions } from '../editor/editor.ts';
import type { Engine } from './engine.ts';
import type { ScratchRun } from './run-scratch.ts';
import { scratchPath } from './scratch-start.ts';

export type ScratchState = {
  /** The scratch file has a tab. */
  readonly open: boolean;
  readonly run: ScratchRun | undefined;
};

export const noScratch: ScratchState = { open: false, run: undefined };

export const runsScratch = ({ run }: ScratchState): boolean =>
  run?.kind === 'compiling' || run?.kind === 'running';

type EditedOptions = Pick<EditorOptions, 'editable' | 'onChange'>;

export type Scratch = {
  /** The scratch file as the draft keeps it; nothing as long as it is as it began. */
  kept(): Sources;
  /** Takes over what a draft kept, into an open editor as well. */
  take(draft: Sources | undefined): void;
  /** Gives it a tab. */
  open(): void;
  /** What an editor is opened with, the scratch file among the editable ones. `onEdit` is told of changes to it alone. */
  options<Options extends EditedOptions>(options: Options, onEdit: () => void): Options;
  /** The opened editor as the rest of the workbench knows it: without the scratch file. */
  around(editor: Editor): Editor;
  run(loadEngine: () => Promise<Engine>, files: Sources): Promise<void>;
  stop(): void;
};

/** The learner's own `main` in the editor: not judged, kept with the draft under a path of its own. */
export function createScratch(start: string, tell: (state: ScratchState) => void): Scratch {
  let state = noScratch;
  let text = start;
  let opened: Editor | undefined;
  let running: AbortController | undefined;
  const update = (change: Partial<ScratchState>) => {
    state = { ...state, ...change };
    tell(state);
  };

  return {
    kept: () => (text === start ? {} : { [scratchPath]: text }),
    take(draft) {
      const kept = draft?.[scratchPath];
      text = kept ?? start;
      opened?.replace({ [scratchPath]: text });
      if (kept !== undefined) update({ open: true });
    },
    open: () => update({ open: true }),
    options: (options, onEdit) => ({
      ...options,
      editable: { ...options.editable, [scratchPath]: text },
      onChange(files) {
        if (files[scratchPath] === text) return options.onChange(withoutScratch(files));
        text = files[scratchPath] ?? start;
        onEdit();
      },
    }),
    around(editor) {
      opened = editor;
      return { ...editor, files: () => withoutScratch(editor.files()) };
    },
    async run(loadEngine, files) {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const tellRun = (run: ScratchRun) => {
        if (running !== controller) return;
        update({ run });
        if (run.kind !== 'compiling' && run.kind !== 'running') running = undefined;
      };
      tellRun({ kind: 'compiling' });
      try {
        const [engine, { runScratch }] = await Promise.all([loadEngine(), import('./run-scratch.ts')]);
        await runScratch(engine, files, text, controller.signal, tellRun);
      } catch (error) {
        tellRun({ kind: 'unavailable', part: 'runner', detail: String(error) });
      }
    },
    stop() {
      if (!running) return;
      running.abort();
      running = undefined;
      const console = state.run?.kind === 'running' ? state.run.console : [];
      update({ run: { kind: 'stopped', console } });
    },
  };
}

/** The files of the exercise alone. */
export function withoutScratch({ [scratchPath]: _scratch, ...files }: Sources): Sources {
  return files;
}
