import { useEffect, useState } from 'preact/hooks';
import { onPreferred, prefer, readPreferences } from '../progress/preferences.ts';

export const shortcutsAreOn = (): boolean => readPreferences().shortcuts !== 'off';

/** Whether the workbench's own keys are on, for every workbench of the page; and their switch. */
export function useShortcuts(): readonly [isOn: boolean, turn: (on: boolean) => void] {
  const [isOn, setOn] = useState(shortcutsAreOn);
  useEffect(() => onPreferred(() => setOn(shortcutsAreOn())), []);
  return [isOn, (on) => prefer({ shortcuts: on ? 'on' : 'off' })];
}
