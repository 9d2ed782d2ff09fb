import { useId } from 'preact/hooks';
import { breakable, NoteMark } from '../components/NoteMark.tsx';
import type { TravelWords } from '../i18n/travel.ts';
import { visible } from '../i18n/visible.ts';
import type { Tape } from '../sandbox/tape.ts';
import type { Moment } from './moments.ts';
import { placeName } from './travel-words.ts';

type EventTapeProps = {
  readonly label: string;
  readonly moments: readonly Moment[];
  /** The place of the first moment on the whole tape. */
  readonly from?: number;
  readonly at: number;
  /** The places that are otherwise in the solution, the first of them first. */
  readonly parted: readonly number[];
  readonly onGo: (at: number) => void;
  readonly tape: Tape;
  readonly words: TravelWords;
};

/** The events as notes, of which one is chosen. */
export function EventTape({ label, moments, from = 0, at, parted, onGo, tape, words }: EventTapeProps) {
  const name = useId();
  return (
    <fieldset class="travel-tape">
      <legend>{label}</legend>
      <ol>
        {moments.map(({ event, outcome }, index) => {
          const place = from + index;
          const isStart = place === 0;
          return (
            <li key={place}>
              <label
                class="note"
                data-note={event ? 'event' : 'none'}
                data-outcome={outcome.kind}
                data-parted={parted.includes(place) || undefined}
                data-first={place === parted[0] || undefined}
              >
                <input type="radio" name={name} checked={place === at} onChange={() => onGo(place)} />
                {isStart ? (
                  <span class="note-text">{words.start}</span>
                ) : (
                  <>
                    <span class="note-kind">
                      {event && <NoteMark kind="event" />}
                      {placeName(place, tape, words)}
                    </span>
                    <code class="note-name">
                      {event ? breakable(visible(event.type)) : words['no-event']}
                    </code>
                  </>
                )}
                {parted.includes(place) && <b class="travel-mark">{words['parted-here']}</b>}
              </label>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
