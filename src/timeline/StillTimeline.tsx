import type { Locale } from '../i18n/locale.ts';
import { timelineWords } from '../i18n/timeline.ts';
import type { Recording } from '../sandbox/recording.ts';
import { Board, Heads } from './Board.tsx';
import { lanesBeside } from './lane-columns.ts';
import { layoutOf } from './layout.ts';
import { mostBrackets } from './PartList.tsx';
import { PictureContext } from './picture.ts';
import { stateAt } from './state-at.ts';
import './timeline.css';
import './still-timeline.css';

type StillTimelineProps = { readonly recording: Recording; readonly locale: Locale };

/** The whole picture of a recording, for a page without a script. */
export function StillTimeline({ recording, locale }: StillTimelineProps) {
  const layout = layoutOf(recording, lanesBeside);
  const count = recording.entries.length;
  const lanes = layout.heads.length;
  return (
    <div
      class="timeline timeline-still"
      style={{ '--lanes': lanes, '--depth': Math.min(layout.depth, mostBrackets) }}
    >
      <PictureContext.Provider
        value={{
          recording,
          lanes,
          step: layout.steps.length,
          current: undefined,
          count,
          state: stateAt(recording, count),
          pinned: undefined,
          locale,
          words: timelineWords[locale],
        }}
      >
        <Heads layout={layout} />
        <Board layout={layout} />
      </PictureContext.Provider>
    </div>
  );
}
