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
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  // A step of an earlier recording is none of this one.
  const current = chosen?.of === recording ? chosen.step : undefined;
  useEffect(() => {
    picture.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, large]);

  const last = layout.steps.length;
  const step = current ?? last;
  const count = step === last ? recording.entries.length : (layout.steps[step - 1] ?? -1) + 1;
  const state = useMemo(() => stateAt(recording, count), [recording, count]);
  const words = timelineWords[locale];
  const enlarge = () => {
    const pressed = document.activeElement;
    // The element itself goes there and comes back, so what is open in it stays open.
    dialog.current!.append(picture.current!);
    dialog.current!.showModal();
    if (pressed instanceof HTMLElement) pressed.focus();
    setLarge(Math.max(lanesBeside, Math.floor(window.innerWidth / largeLanePx)));
  };
  const shrink = () => {
    frame.current!.prepend(picture.current!);
    picture.current!.querySelector<HTMLElement>('.timeline-resize')!.focus();
    setLarge(undefined);
  };
  return (
    <div class="timeline-frame" ref={frame}>
      <div
        ref={picture}
        class="timeline"
        style={{ '--lanes': layout.heads.length, '--depth': Math.min(layout.depth, mostBrackets) }}
      >
        <PictureContext.Provider
          value={{
            recording,
            lanes: layout.heads.length,
            step,
            current,
            count,
            state,
            pinned,
            locale,
            words,
          }}
        >
          <div class="timeline-top">
            <Scrubber
              layout={layout}
              isLarge={large !== undefined}
              onStep={(next) => choose({ of: recording, step: next })}
              onResize={() => (large === undefined ? enlarge() : dialog.current!.close())}
            />
            <StateList />
            <Heads layout={layout} />
          </div>
          <Board layout={layout} />
        </PictureContext.Provider>
      </div>
      <dialog ref={dialog} class="timeline-dialog" aria-label={words.title} onClose={shrink} />
    </div>
  );
}

const largeLanePx = 120;
