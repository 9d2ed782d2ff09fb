import { useEffect, useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import { entrySentence } from './entry-words.ts';
import type { Layout } from './layout.ts';
import { usePicture } from './picture.ts';

/** How long a step stands while it plays. */
const stepMs = 1_200;

type ScrubberProps = {
  readonly layout: Layout;
  readonly isLarge: boolean;
  readonly onStep: (step: number) => void;
  readonly onResize: () => void;
};

/** Goes through the steps, and says each. */
export function Scrubber({ layout, isLarge, onStep, onResize }: ScrubberProps) {
  const { step, words } = usePicture();
  const [isPlaying, setPlaying] = useState(false);
  const last = layout.steps.length;
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (step === last) return setPlaying(false);
    const timer = setTimeout(() => onStep(step + 1), stepMs);
    return () => clearTimeout(timer);
  }, [isPlaying, step]);

  const go = (to: number) => {
    setPlaying(false);
    onStep(Math.min(Math.max(to, 0), last));
  };
  const play = () => {
    if (!isPlaying && step === last) onStep(0);
    setPlaying(!isPlaying);
  };
  return (
    <div class="timeline-controls">
      <div class="timeline-buttons">
        <Control label={words.previous} sign="back" isOff={step === 0} onPress={() => go(step - 1)} />
        <Control
          label={words[isPlaying ? 'pause' : 'play']}
          sign={isPlaying ? 'pause' : 'play'}
          isOff={false}
          onPress={play}
        />
        <Control label={words.next} sign="forth" isOff={step === last} onPress={() => go(step + 1)} />
        <input
          type="range"
          min={0}
          max={last}
          value={step}
          aria-label={words.slider}
          onInput={(event) => go(event.currentTarget.valueAsNumber)}
        />
        <button type="button" class="timeline-resize" onClick={onResize}>
          {words[isLarge ? 'smaller' : 'larger']}
        </button>
      </div>
      <Said layout={layout} />
    </div>
  );
}

const signs = {
  back: 'M10.5 3v10L4 8z',
  forth: 'M5.5 3v10L12 8z',
  play: 'M4 2v12l9-6z',
  pause: 'M4 2.5h3v11H4zm5 0h3v11H9z',
} as const;

type ControlProps = {
  readonly label: string;
  readonly sign: keyof typeof signs;
  readonly isOff: boolean;
  readonly onPress: () => void;
};

/** One that is off keeps the focus. */
export const Control = ({ label, sign, isOff, onPress }: ControlProps) => (
  <button
    type="button"
    class="timeline-control"
    aria-label={label}
    title={label}
    aria-disabled={isOff}
    onClick={onPress}
  >
    <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      <path d={signs[sign]} />
    </svg>
  </button>
);

/** What the step says, also aloud; how to begin is only read. */
function Said({ layout }: Pick<ScrubberProps, 'layout'>) {
  const { recording, step, current, state, locale, words } = usePicture();
  const steps = layout.steps.length;
  const index = layout.steps[step - 1];
  const said = () => {
    if (index === undefined) return fill(words['said.none'], { steps });
    const told = { locale, words };
    const sentence = entrySentence(
      recording.entries[index]!,
      state.rows.get(index),
      told,
      state.changes.has(index),
    );
    return fill(words['said.step'], { step, steps, ...sentence });
  };
  const isWhole = current === undefined;
  return (
    <>
      {isWhole && <span class="timeline-said">{fill(words['said.all'], { steps })}</span>}
      <output class="timeline-said">{isWhole ? '' : said()}</output>
    </>
  );
}
