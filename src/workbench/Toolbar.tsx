import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { BenchMenu, type MenuItem } from './BenchMenu.tsx';
import type { Bench, BenchState } from './bench.ts';
import { editorItems } from './editor-items.ts';

type ToolbarProps = {
  readonly bench: Bench;
  readonly state: BenchState;
  /** What the menu has besides. */
  readonly items: readonly MenuItem[];
  readonly words: WorkbenchMessages;
};

export function Toolbar({ bench, state, items, words }: ToolbarProps) {
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

function menuItems(
  bench: Bench,
  { editor, earlier }: BenchState,
  words: WorkbenchMessages,
): readonly MenuItem[] {
  const other = editor === 'plain' ? 'full' : 'plain';
  return [
    ...editorItems(bench, editor, words),
    ...(earlier === 'kept' ? [{ label: words['bench.restore'], onChoose: () => bench.restore() }] : []),
    { label: words[`bench.use-${other}`], onChoose: () => void bench.prefer(other) },
  ];
}

const isApple = (): boolean => /Mac|iPhone|iPad/i.test(navigator.userAgent);
