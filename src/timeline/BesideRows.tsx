import { Fragment } from 'preact';
import type { BesideWords } from '../i18n/beside.ts';
import { fill } from '../i18n/fill.ts';
import type { Row } from './align-entries.ts';
import { EntryNote } from './EntryNote.tsx';
import { laneName } from './entry-words.ts';
import { foldRows, type RowPart } from './fold-rows.ts';
import { comparable, payloadDifference, type PayloadDifference } from './payload-difference.ts';
import { PictureContext, type Picture } from './picture.ts';
import type { Compared } from './picture-of-side.ts';
import { valueOf } from './say-outcome.ts';

type BesideRowsProps = { readonly compared: Compared };

/**
 * One list for everybody: in two columns where there is room, else one below the other. Rows that are yet to happen keep
 * their room.
 */
export function BesideRows({ compared }: BesideRowsProps) {
  const { rows, failedAt, words } = compared;
  return (
    <ol class="beside-rows" aria-label={words.list}>
      {foldRows(rows, failedAt).map((part) => {
        const first = part.kind === 'row' ? part.row : part.first;
        return (
          <Fragment key={first}>
            {first === failedAt && <FailedItem compared={compared} />}
            {part.kind === 'row' ? (
              <RowItem at={first} compared={compared} />
            ) : (
              <FoldItem part={part} compared={compared} />
            )}
          </Fragment>
        );
      })}
      {failedAt === rows.length && <FailedItem compared={compared} />}
    </ol>
  );
}

const FailedItem = ({ compared: { failedAt, count, words } }: BesideRowsProps) => (
  <li class="beside-failed" data-ahead={failedAt! > count || undefined}>
    {words.failed}
  </li>
);

type FoldItemProps = BesideRowsProps & { readonly part: Extract<RowPart, { kind: 'fold' }> };

function FoldItem({ part, compared }: FoldItemProps) {
  const { count, current, words } = compared;
  const rows = Array.from({ length: 1 + part.last - part.first }, (_, index) => part.first + index);
  return (
    <li
      class="beside-fold"
      data-ahead={part.first >= count || undefined}
      data-current={rows.includes(current ?? -1) || undefined}
    >
      <details>
        <summary>{fill(words[`fold.${part.of}`], { count: rows.length })}</summary>
        <ol class="beside-rows">
          {rows.map((at) => (
            <RowItem key={at} at={at} compared={compared} />
          ))}
        </ol>
      </details>
    </li>
  );
}

/** What nests deeper moves no further to the right. */
const deepest = 6;

function RowItem({ at, compared }: BesideRowsProps & { readonly at: number }) {
  const { count, current, parting, words } = compared;
  const row = compared.rows[at]!;
  const isSame = sideOf(row) === 'same';
  const difference = row.differs === 'payload' ? differenceIn(row, compared) : undefined;
  return (
    <li
      class="beside-row"
      data-side={sideOf(row)}
      data-parting={at === parting || undefined}
      data-ahead={at >= count || undefined}
      data-current={at === current || undefined}
      style={{ '--depth': Math.min(row.depth, deepest) }}
    >
      {at === parting && <p class="beside-parting">{words.first}</p>}
      <span class="timeline-number">{at + 1}</span>
      <span class="beside-whose">
        <b aria-hidden="true">{signs[sideOf(row)]}</b> <span>{whoseWord(row, words)}</span>
      </span>
      {row.yours !== undefined && (
        <Cell of="yours" place={row.yours} difference={difference} compared={compared} />
      )}
      {row.ours !== undefined && (
        <Cell of="ours" place={row.ours} isCopy={isSame} difference={difference} compared={compared} />
      )}
    </li>
  );
}

function differenceIn(row: Row, { ours, yours }: Compared): PayloadDifference | undefined {
  const payload = ({ recording }: Picture, place: number) => comparable(recording.entries[place]!.payload);
  return payloadDifference(payload(ours, row.ours!), payload(yours, row.yours!));
}

/** As in the comparison of the code with the solution: − is in the learner's alone. */
const signs = { same: '=', differs: '≠', yours: '−', ours: '+' } as const;

function sideOf({ ours, yours, differs }: Row): keyof typeof signs {
  if (ours === undefined) return 'yours';
  if (yours === undefined) return 'ours';
  return differs ? 'differs' : 'same';
}

export const whoseWord = (row: Row, words: BesideWords): string => words[`whose.${sideOf(row)}`];

type CellProps = BesideRowsProps & {
  readonly of: 'ours' | 'yours';
  readonly place: number;
  /** It only repeats what stands beside it. */
  readonly isCopy?: boolean;
  readonly difference: PayloadDifference | undefined;
};

function Cell({ of, place, isCopy, difference, compared }: CellProps) {
  const picture = compared[of];
  const entry = picture.recording.entries[place]!;
  return (
    <div class="beside-cell" data-of={of} data-copy={isCopy || undefined} aria-hidden={isCopy || undefined}>
      <span class="beside-lane">
        <b class="beside-owner">{compared.words[of]}</b> {laneName(entry.lane, picture)}
      </span>
      <PictureContext.Provider value={picture}>
        <EntryNote part={{ index: place }} isPlain={isCopy} />
      </PictureContext.Provider>
      {difference && (
        <code class="beside-field">
          {difference.path} {valueOf(difference[of], compared.words)}
        </code>
      )}
    </div>
  );
}
