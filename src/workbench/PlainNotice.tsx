import { useRef } from 'preact/hooks';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { FullEditor } from './editor-slot.ts';
import { FaultReason } from './FaultReason.tsx';
import type { FaultKind } from './load-fault.ts';

type PlainNoticeProps = {
  readonly state: FullEditor;
  readonly fault: FaultKind | undefined;
  /** Says whether the full editor stands. */
  readonly onRetry: () => Promise<boolean>;
  /** It does, and the button that had the focus is gone. */
  readonly onReplaced: () => void;
  readonly words: WorkbenchMessages;
};

/** Why the plain editor stands although the full one was wanted, and the way to that one. */
export function PlainNotice({ state, fault, onRetry, onReplaced, words }: PlainNoticeProps) {
  const button = useRef<HTMLButtonElement>(null);
  const retry = async () => {
    const pressed = button.current;
    if (state === 'loading' || !(await onRetry())) return;
    if (document.activeElement === pressed || document.activeElement === document.body) onReplaced();
  };
  return (
    <div class={state === 'not-asked' ? undefined : 'bench-notice plain-notice'}>
      <output>
        {state !== 'not-asked' && words[`plain.${state}`]}{' '}
        {state === 'refused' && <FaultReason fault={fault} words={words} />}
      </output>
      {state !== 'not-asked' && (
        <button ref={button} type="button" aria-disabled={state === 'loading'} onClick={() => void retry()}>
          {words['plain.retry']}
        </button>
      )}
    </div>
  );
}
