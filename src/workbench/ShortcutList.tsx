import { useEffect, useRef } from 'preact/hooks';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { isApple, shortcutsOf, type Shortcut } from './shortcuts.ts';

type ShortcutListProps = {
  readonly editor: 'monaco' | 'plain';
  /** The workbench's own keys are on. */
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  /** Gets the function that opens the list. */
  readonly onReady: (open: () => void) => void;
  readonly words: WorkbenchMessages;
};

/** The keys of the workbench, by `?` wherever nothing is written, and the switch that turns its own keys off. */
export function ShortcutList({ editor, isOn, onSwitch, onReady, words }: ShortcutListProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => {
    if (!dialog.current!.open) dialog.current!.showModal();
  };
  useEffect(() => onReady(open), []);
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => {
      // Of several workbenches on a page the first answers.
      if (event.key !== '?' || event.defaultPrevented || isWriting(event.target)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);

  return (
    <dialog ref={dialog} class="shortcuts" aria-label={words['keys.title']}>
      <form method="dialog">
        <p class="help-ask">{words['keys.title']}</p>
        <dl>
          {shortcutsOf(editor).map((shortcut) => (
            <div key={shortcut.does}>
              <dt>
                <Keys {...shortcut} />
              </dt>
              <dd>{words[shortcut.does]}</dd>
            </div>
          ))}
        </dl>
        <label class="shortcuts-switch">
          <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
          {words['keys.switch']}
        </label>
        <button>{words['keys.close']}</button>
      </form>
    </dialog>
  );
}

const Keys = ({ keys, onApple = keys }: Shortcut) => (
  <>
    {(isApple() ? onApple : keys).map((key, place) => (
      <>
        {place > 0 && ' + '}
        <kbd>{key}</kbd>
      </>
    ))}
  </>
);

/** Where a character is text, it is no command. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, .monaco-editor') !== null);
