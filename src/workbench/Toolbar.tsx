import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Bench, BenchState } from './bench.ts';

type ToolbarProps = {
  readonly bench: Bench;
  readonly state: BenchState;
  readonly onOpen: () => void;
  readonly words: WorkbenchMessages;
};

export function Toolbar({ bench, state, onOpen, words }: ToolbarProps) {
  if (state.editor !== 'monaco' && state.editor !== 'plain') {
    const opening = state.editor === 'opening';
    return (
      <div class="bench-toolbar">
        <button type="button" class="primary" onClick={onOpen} disabled={state.editor !== 'closed'}>
          {words[opening ? 'bench.opening' : 'bench.open']}
        </button>
      </div>
    );
  }
  const isRunning = state.run !== undefined && state.run.kind !== 'judged';
  return (
    <div class="bench-toolbar">
      <button
        type="button"
        class="primary"
        onClick={() => void bench.run()}
        aria-keyshortcuts="Control+Enter Meta+Enter"
      >
        {words['bench.run']} <kbd aria-hidden="true">{isApple() ? '⌘' : 'Ctrl'} ↵</kbd>
      </button>
      {isRunning && (
        <button type="button" onClick={() => bench.stop()}>
          {words['bench.stop']}
        </button>
      )}
      <span class="bench-gap" />
      {state.canUndoReset && (
        <button type="button" onClick={() => bench.undoReset()}>
          {words['bench.undo-reset']}
        </button>
      )}
      <button type="button" disabled={!state.changed} onClick={() => bench.reset()}>
        {words['bench.reset']}
      </button>
    </div>
  );
}

const isApple = (): boolean => /Mac|iPhone|iPad/i.test(navigator.userAgent);
