import { fill } from '../i18n/fill.ts';
import type { Compared } from './picture-of-side.ts';
import { codeOf } from './CodeText.tsx';
import { Control } from './Scrubber.tsx';
import { sayEntry } from './say-outcome.ts';
import { whoseWord } from './BesideRows.tsx';

type BesideControlsProps = { readonly compared: Compared; readonly onStep: (step: number) => void };

/** Goes through both timelines at once, and says each row. */
export function BesideControls({ compared, onStep }: BesideControlsProps) {
  const { rows, count, parting, words, yours } = compared;
  const last = rows.length;
  const go = (to: number) => onStep(Math.min(Math.max(to, 0), last));
  const timeline = yours.words;
  return (
    <div class="timeline-controls">
      <div class="timeline-buttons">
        <Control label={timeline.previous} sign="back" isOff={count === 0} onPress={() => go(count - 1)} />
        <Control label={timeline.next} sign="forth" isOff={count === last} onPress={() => go(count + 1)} />
        <input
          type="range"
          min={0}
          max={last}
          value={count}
          aria-label={words.slider}
          onInput={(event) => go(event.currentTarget.valueAsNumber)}
        />
        {parting !== undefined && (
          <button type="button" onClick={() => go(parting + 1)}>
            {words['go-first']}
          </button>
        )}
      </div>
      <output class="timeline-said">{said(compared)}</output>
    </div>
  );
}

function said({ rows, current, words, yours, ours }: Compared): string {
  if (current === undefined) return fill(words['said.all'], { rows: rows.length });
  const row = rows[current];
  if (!row) return '';
  const [side, place] = row.yours === undefined ? [ours, row.ours!] : [yours, row.yours];
  const what = sayEntry(side.recording.entries[place]!, words, side.locale);
  return fill(words['said.row'], {
    row: current + 1,
    rows: rows.length,
    side: whoseWord(row, words),
    what: codeOf(what),
  });
}
