import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Recording } from '../sandbox/recording.ts';
import type { Told } from './entry-words.ts';
import type { TimelineState } from './state-at.ts';

/** What all parts of one picture share. */
export type Picture = Told & {
  readonly recording: Recording;
  /** How many there are. */
  readonly lanes: number;
  /** So many steps have happened; `current` is the last of them, unless all are shown at once. */
  readonly step: number;
  readonly current: number | undefined;
  /** So many entries have happened. */
  readonly count: number;
  readonly state: TimelineState;
  /** What the test said when it failed. */
  readonly pinned: string | undefined;
};

export const PictureContext = createContext<Picture | undefined>(undefined);

export const usePicture = (): Picture => useContext(PictureContext)!;
