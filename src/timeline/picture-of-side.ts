import type { BesideWords } from '../i18n/beside.ts';
import type { Recording } from '../sandbox/recording.ts';
import type { Row } from './align-entries.ts';
import type { Told } from './entry-words.ts';
import type { Picture } from './picture.ts';
import { stateAt } from './state-at.ts';

/** What the parts of a comparison share. */
export type Compared = {
  readonly rows: readonly Row[];
  /** So many rows have happened; `current` is the last of them, unless all are shown at once. */
  readonly count: number;
  readonly current: number | undefined;
  /** The row in which the two part. */
  readonly parting: number | undefined;
  /** Before this row the test failed. */
  readonly failedAt: number | undefined;
  readonly words: BesideWords;
  readonly yours: Picture;
  readonly ours: Picture;
};

const nothing: Recording = { version: 1, entries: [], more: 0 };

/** One side as it was after so many rows. */
export function pictureOfSide(
  side: 'ours' | 'yours',
  recording: Recording = nothing,
  rows: readonly Row[],
  count: number,
  told: Told,
): Picture {
  const happened = rows.slice(0, count).reduce((last, row) => Math.max(last, 1 + (row[side] ?? -1)), 0);
  const entries = count === rows.length ? recording.entries.length : happened;
  return {
    ...told,
    recording,
    lanes: 0,
    step: count,
    current: undefined,
    count: entries,
    state: stateAt(recording, entries),
    pinned: undefined,
  };
}
