import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { BenchMenu, type MenuItem } from './BenchMenu.tsx';
import type { Bench, BenchState } from './bench.ts';
import { editorItems } from './editor-items.ts';
import { isApple } from './shortcuts.ts';
import { runsScratch } from './scratch.ts';
import { scratchPath } from './scratch-start.ts';

type ToolbarProps = {
  readonly bench: Bench;
  readonly state: BenchState;
  /** What the menu has besides. */
  readonly items: readonly MenuItem[];
  /** The key for Run is on. */
  readonly hasKeys: boolean;
  readonly words: WorkbenchMessages;
};

export function Toolbar({ bench, state, items, hasKeys, words }: ToolbarProps) {
  const isRunning = (state.run !== undefined && state.run.kind !== 'judged') || runsScratch(state.scratch);
  const inScratch = state.shown === scratchPath;
  return (
    <div class="bench-toolbar">
      {inScratch && (
        <RunButton isPrimary hasKey={hasKeys} onRun={bench.runScratch}>
          {words['scratch.run']}
        </RunButton>
      )}
      <RunButton isPrimary={!inScratch} hasKey={hasKeys && !inScratch} onRun={bench.run}>
        {words['bench.run']}
      </RunButton>
      {isRunning && (
        <button type="button" onClick={() => bench.stop()}>
          {words['bench.stop']}
        </button>
      )}
      <span class="bench-gap" />
      {state.earlier === 'fresh' && (
        <button type="button" onClick={() => bench.restore()}>
          {words['bench.restore']}
        </button>
      )}
      <button type="button" disabled={!state.changed} onClick={() => bench.reset()}>
        {words['bench.reset']}
      </button>
      <BenchMenu items={[...items, ...menuItems(bench, state, words)]} words={words} />
    </div>
  );
}

type RunButtonProps = {
  readonly isPrimary: boolean;
  readonly hasKey: boolean;
  readonly onRun: () => Promise<void>;
  readonly children: string;
};

const RunButton = ({ isPrimary, hasKey, onRun, children }: RunButtonProps) => (
  <button
    type="button"
    class={isPrimary ? 'primary' : undefined}
    onClick={() => void onRun()}
    aria-keyshortcuts={hasKey ? 'Control+Enter Meta+Enter' : undefined}
  >
    {children} {hasKey && <kbd aria-hidden="true">{isApple() ? '⌘' : 'Ctrl'} ↵</kbd>}
  </button>
);

function menuItems(
  bench: Bench,
  { editor, earlier }: BenchState,
  words: WorkbenchMessages,
): readonly MenuItem[] {
  const other = editor === 'plain' ? 'full' : 'plain';
  return [
    ...editorItems(bench, editor, words),
    ...(earlier === 'kept' ? [{ label: words['bench.restore'], onChoose: () => bench.restore() }] : []),
    { label: words['scratch.open'], onChoose: bench.showScratch },
    { label: words[`bench.use-${other}`], onChoose: () => void bench.prefer(other) },
  ];
}
