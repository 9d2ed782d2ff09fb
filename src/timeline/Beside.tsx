import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { besideWords } from '../i18n/beside.ts';
import type { Locale } from '../i18n/locale.ts';
import { timelineWords } from '../i18n/timeline.ts';
import type { Recording } from '../sandbox/recording.ts';
import { BesideControls } from './BesideControls.tsx';
import { BesideRows } from './BesideRows.tsx';
import { CodeText } from './CodeText.tsx';
import { compare } from './compare.ts';
import { sayOutcome } from './say-outcome.ts';
import { pictureOfSide } from './picture-of-side.ts';
import './timeline.css';
import './beside.css';

type BesideProps = {
  /** Of the solution. */
  readonly ours: Recording;
  /** None if nothing was recorded. */
  readonly yours: Recording | undefined;
  readonly locale: Locale;
};

/** The learner's timeline and ours, aligned row by row; one slider moves both. Where they part first is said and marked. */
export function Beside({ ours, yours, locale }: BesideProps) {
  const { rows, outcome, failedAt } = useMemo(() => compare(ours, yours), [ours, yours]);
  /** So many rows are shown; all, until the reader goes through them. */
  const [step, setStep] = useState<number>();
  const root = useRef<HTMLElement>(null);
  const words = besideWords[locale];
  const parting = outcome.kind === 'parted' ? outcome.row : undefined;
  // What is there from the beginning is not read aloud.
  const [said, say] = useState('');
  useEffect(() => say(sayOutcome(outcome, words, locale)), [outcome]);
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), []);
  useEffect(() => {
    const current = step === undefined ? '[data-parting]' : '[data-current]';
    root.current?.querySelector(current)?.scrollIntoView({ block: 'nearest' });
  }, [rows, step]);

  const count = step ?? rows.length;
  const told = { locale, words: timelineWords[locale] };
  const compared = {
    rows,
    count,
    current: step === undefined ? undefined : step - 1,
    parting,
    failedAt,
    words,
    yours: pictureOfSide('yours', yours, rows, count, told),
    ours: pictureOfSide('ours', ours, rows, count, told),
  };
  return (
    <section class="timeline beside" aria-label={words.title} ref={root}>
      <output class="beside-outcome" data-outcome={outcome.kind}>
        <CodeText text={said} />
      </output>
      <BesideControls compared={compared} onStep={setStep} />
      <div class="beside-heads" aria-hidden="true">
        <p>{words.yours}</p>
        <p>{words.ours}</p>
      </div>
      <BesideRows compared={compared} />
    </section>
  );
}
