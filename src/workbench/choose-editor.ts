import { readPreferences, type Preferences } from '../progress/preferences.ts';

export type Screen = {
  /** Nothing but fingers to point with. */
  readonly touchOnly: boolean;
  /** Of the window, in CSS pixels. */
  readonly width: number;
};

/** Monaco's completions, hovers and menus need more room than this. */
const narrowest = 640;

/** The editor that the learner prefers; else the plain one where Monaco is hard to use. */
export function chooseEditor(
  { editor }: Preferences = readPreferences(),
  { touchOnly, width }: Screen = thisScreen(),
): 'full' | 'plain' {
  return editor ?? (touchOnly || width < narrowest ? 'plain' : 'full');
}

const thisScreen = (): Screen => ({
  touchOnly: matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches,
  width: innerWidth,
});
