import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '../i18n/locale.ts';
import { timelineWords } from '../i18n/timeline.ts';
import type { Recording } from '../sandbox/recording.ts';
import { Board, Heads } from './Board.tsx';
import { lanesBeside } from './lane-columns.ts';
import { layoutOf } from './layout.ts';
import { mostBrackets } from './PartList.tsx';
import { PictureContext } from './picture.ts';
import { Scrubber } from './Scrubber.tsx';
import { stateAt } from './state-at.ts';
import { StateList } from './StateList.tsx';
import './timeline.css';

type TimelineProps = {
  readonly recording: Recording;
  readonly locale: Locale;
  /** What the test said when it failed; it stands behind the last entry before that. */
  readonly pinned?: string | undefined;
  /** The step that it shows first; without it, the whole. */
  readonly start?: number;
};

/** The picture of a recording: whole at first, and as it was at the step that the reader goes to. */
export function Timeline({ recording, locale, pinned, start }: TimelineProps) {
  const [chosen, choose] = useState(start === undefined ? undefined : { of: recording, step: start });
  /** So many lanes have room in the dialog; none while it is a part of the page. */
  const [large, setLarge] = useState<number>();
  const layout = useMemo(() => layoutOf(recording, large ?? lanesBeside), [recording, large]);
  const root = useRef<HTMLDialogElement>(null);
  // A step of an earlier recording is none of this one.
  const current = chosen?.of === recording ? chosen.step : undefined;
  useEffect(() => {
    root.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, large]);

  const last = layout.steps.length;
  const step = current ?? last;
  const count = step === last ? recording.entries.length : (layout.steps[step - 1] ?? -1) + 1;
  const state = useMemo(() => stateAt(recording, count), [recording, count]);
  const words = timelineWords[locale];
  const resize = () => {
    if (large !== undefined) return root.current!.close();
    const pressed = document.activeElement;
    root.current!.showModal();
    if (pressed instanceof HTMLElement) pressed.focus();
    setLarge(Math.max(lanesBeside, Math.floor(window.innerWidth / largeLanePx)));
  };
  return (
    // One element for both sizes, so that what is open stays open. Its styles show it where it is not opened as a dialog.
    <dialog
      ref={root}
      class="timeline"
      role={large === undefined ? 'group' : undefined}
      aria-label={words.title}
      style={{ '--lanes': layout.heads.length, '--depth': Math.min(layout.depth, mostBrackets) }}
      onClose={() => setLarge(undefined)}
    >
      <PictureContext.Provider
        value={{ recording, lanes: layout.heads.length, step, current, count, state, pinned, locale, words }}
      >
        <div class="timeline-top">
          <Scrubber
            layout={layout}
            isLarge={large !== undefined}
            onStep={(next) => choose({ of: recording, step: next })}
            onResize={resize}
          />
          <StateList />
          <Heads layout={layout} />
        </div>
        <Board layout={layout} />
      </PictureContext.Provider>
    </dialog>
  );
}

const largeLanePx = 120;
