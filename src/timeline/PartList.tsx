import { useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import { visible } from '../i18n/visible.ts';
import { EntryNote } from './EntryNote.tsx';
import { laneName, wordsIn } from './entry-words.ts';
import { numbersOf } from './fold-parts.ts';
import type { BandPart, FoldPart, NotePart, Part } from './layout.ts';
import { usePicture } from './picture.ts';

/** What nests deeper moves no further to the right. */
export const mostBrackets = 6;

type Parts = {
  readonly parts: readonly Part[];
  readonly depth: number;
  /** They are inside something that an error ended. */
  readonly isBroken?: boolean;
};

/** Parts in the order of time. What is yet to happen keeps its room. */
export function PartList({ parts, depth, isBroken }: Parts) {
  const { step } = usePicture();
  return (
    <ol
      class="timeline-parts"
      data-depth={depth > mostBrackets ? undefined : depth}
      data-broken={isBroken || undefined}
      data-ahead={(numbersOf(parts)[0] ?? 0) > step || undefined}
    >
      {parts.map((part) => {
        switch (part.kind) {
          case 'note':
            return <NoteItem key={part.number} part={part} depth={depth} />;
          case 'band':
            return <BandItem key={part.number} part={part} depth={depth} />;
          case 'fold':
            return <FoldItem key={part.first} part={part} depth={depth} />;
          case 'failure':
            return <FailureItem key="failure" />;
        }
      })}
    </ol>
  );
}

type ItemProps<Kind> = { readonly part: Kind; readonly depth: number };

function NoteItem({ part, depth }: ItemProps<NotePart>) {
  const picture = usePicture();
  const { number, column, fromColumn, fromStep } = part;
  const entry = picture.recording.entries[part.index]!;
  const isBroken = part.end !== undefined && picture.recording.entries[part.end]!.kind === 'threw';
  return (
    <li class="timeline-part" data-ahead={number > picture.step || undefined}>
      <div
        class="timeline-row"
        data-current={number === picture.current || undefined}
        data-wide={column === undefined || undefined}
        data-crash={entry.kind === 'crash' || undefined}
        style={{ '--column': column === undefined ? '2 / -1' : column + 1 }}
      >
        <span class="timeline-number">{number}</span>
        <span class="timeline-where" data-seen={part.tellsLane || undefined}>
          {laneName(entry.lane, picture)}
        </span>
        {column !== undefined && fromColumn !== undefined && <Arrow from={fromColumn} to={column} />}
        <div
          class="timeline-what"
          data-side={column !== undefined && column > picture.lanes / 2 ? 'end' : 'start'}
        >
          <EntryNote part={part} />
          {fromStep !== undefined && (
            <span class="timeline-from">{fill(picture.words['entry.from'], { step: fromStep })}</span>
          )}
        </div>
      </div>
      {part.parts.length > 0 && <PartList parts={part.parts} depth={depth + 1} isBroken={isBroken} />}
    </li>
  );
}

/** Crosses the columns between the middle of the one lane and the edge of the note in the other. */
function Arrow({ from, to }: { readonly from: number; readonly to: number }) {
  const isForth = from < to;
  return (
    <svg
      class="timeline-arrow"
      data-direction={isForth ? 'forth' : 'back'}
      style={{
        gridColumn: isForth ? `${from + 1} / ${to + 1}` : `${to + 2} / ${from + 2}`,
        '--crossed': Math.abs(to - from),
      }}
      aria-hidden="true"
    >
      <line x1="0" x2="100%" y1="6" y2="6" stroke="currentColor" stroke-width="1.5" />
      <svg x={isForth ? '100%' : '0'} overflow="visible">
        <path d={isForth ? 'M-7 1.5 0 6l-7 4.5z' : 'M7 1.5 0 6l7 4.5z'} fill="currentColor" />
      </svg>
    </svg>
  );
}

function BandItem({ part, depth }: ItemProps<BandPart>) {
  const { recording, step, current, state, locale, words } = usePicture();
  const entry = recording.entries[part.index]!;
  const kind = entry.kind === 'suspended' ? 'suspended' : 'began';
  const ended =
    part.endNumber !== undefined && part.end !== undefined ? recording.entries[part.end] : undefined;
  const outcome = kind === 'suspended' ? 'suspended' : (state.transactions.get(part.index) ?? 'open');
  return (
    <li class="timeline-band" data-outcome={outcome} data-ahead={part.number > step || undefined}>
      <p class="timeline-begins" data-current={part.number === current || undefined}>
        <span class="timeline-number">{part.number}</span>
        {words[`band.${kind}`]} <code>{wordsIn(entry.label, locale)}</code>
      </p>
      <PartList parts={part.parts} depth={depth + 1} />
      {ended && (
        <p
          class="timeline-ends"
          data-ahead={part.endNumber! > step || undefined}
          data-current={part.endNumber === current || undefined}
        >
          <span class="timeline-number">{part.endNumber}</span>
          {words[ended.kind === 'committed' ? 'band.committed' : 'band.rolled-back']}
        </p>
      )}
    </li>
  );
}

function FoldItem({ part, depth }: ItemProps<FoldPart>) {
  const { step, current, words } = usePicture();
  const [isOpen, setOpen] = useState(false);
  const { count, first, last } = part;
  const isInside = current !== undefined && current >= first && current <= last;
  return (
    <li class="timeline-fold" data-ahead={first > step || undefined}>
      <button
        type="button"
        aria-expanded={isOpen}
        data-current={(isInside && !isOpen) || undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {fill(words[`fold.${part.of}`], { count })}{' '}
        <small>{fill(words['fold.steps'], { first, last })}</small>
      </button>
      <div class="timeline-folded" hidden={!isOpen}>
        <PartList parts={part.parts} depth={depth} />
      </div>
    </li>
  );
}

function FailureItem() {
  const { recording, count, pinned, words } = usePicture();
  return (
    <li class="timeline-failure" data-ahead={(recording.failedAt ?? 0) > count || undefined}>
      <p>
        <b>{words.failure}</b>
        {pinned !== undefined && <code>{visible(pinned)}</code>}
      </p>
    </li>
  );
}
