import type { WorkbenchMessages } from '../i18n/workbench.ts';

export type Shortcut = {
  readonly keys: readonly string[];
  /** On a Mac; the same where it is not given. */
  readonly onApple?: readonly string[];
  readonly does: Extract<keyof WorkbenchMessages, `keys.${string}`>;
};

/** What the keys do in and around that editor, the most needed first. */
export const shortcutsOf = (editor: 'monaco' | 'plain'): readonly Shortcut[] => [
  { keys: ['Ctrl', 'Enter'], onApple: ['⌘', 'Enter'], does: 'keys.run' },
  ...(editor === 'monaco' ? inMonaco : inPlain),
  { keys: ['← →'], does: 'keys.tabs' },
  { keys: ['?'], does: 'keys.list' },
];

const inMonaco: readonly Shortcut[] = [
  { keys: ['Ctrl', 'M'], onApple: ['Ctrl', 'Shift', 'M'], does: 'keys.leave-monaco' },
  { keys: ['F12'], does: 'keys.definition' },
  { keys: ['Alt', '←'], onApple: ['Ctrl', '-'], does: 'keys.back' },
  { keys: ['F2'], does: 'keys.rename' },
  { keys: ['Shift', 'Alt', 'F'], onApple: ['Shift', '⌥', 'F'], does: 'keys.format' },
  { keys: ['Ctrl', 'F'], onApple: ['⌘', 'F'], does: 'keys.find' },
  { keys: ['F1'], does: 'keys.palette' },
];

const inPlain: readonly Shortcut[] = [
  { keys: ['Tab'], does: 'keys.leave-plain' },
  { keys: ['Ctrl', ']'], onApple: ['⌘', ']'], does: 'keys.indent' },
  { keys: ['Ctrl', '['], onApple: ['⌘', '['], does: 'keys.outdent' },
  { keys: ['Ctrl', '/'], onApple: ['⌘', '/'], does: 'keys.comment' },
];

export const isApple = (): boolean => /Mac|iPhone|iPad/i.test(navigator.userAgent);
