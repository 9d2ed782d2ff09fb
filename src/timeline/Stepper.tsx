import type { TravelWords } from '../i18n/travel.ts';

type StepperProps = {
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly label: string;
  /** The name of the place, for the slider. */
  readonly name: string;
  /** What is told aloud when the place has changed. */
  readonly said: string;
  readonly onGo: (at: number) => void;
  readonly words: TravelWords;
};

/** Goes from event to event, by button and slider. A button that is off keeps the focus. */
export function Stepper({ at, first, last, label, name, said, onGo, words }: StepperProps) {
  const go = (to: number) => onGo(Math.min(Math.max(to, first), last));
  return (
    <div class="travel-stepper">
      <button
        type="button"
        aria-label={words.previous}
        title={words.previous}
        aria-disabled={at === first}
        onClick={() => go(at - 1)}
      >
        <Arrow path="M10.5 3v10L4 8z" />
      </button>
      <input
        type="range"
        min={first}
        max={last}
        value={at}
        aria-label={label}
        aria-valuetext={name}
        onInput={(event) => go(event.currentTarget.valueAsNumber)}
      />
      <button
        type="button"
        aria-label={words.next}
        title={words.next}
        aria-disabled={at === last}
        onClick={() => go(at + 1)}
      >
        <Arrow path="M5.5 3v10L12 8z" />
      </button>
      <output>{said}</output>
    </div>
  );
}

const Arrow = ({ path }: { readonly path: string }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
    <path d={path} />
  </svg>
);
