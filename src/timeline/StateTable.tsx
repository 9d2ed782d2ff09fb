import { breakable } from '../components/NoteMark.tsx';
import type { TravelWords } from '../i18n/travel.ts';
import { visible } from '../i18n/visible.ts';
import { printTree } from '../sandbox/print-value.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';
import { changesSince, fieldRows, hasChanged, type Changes, type FieldRow } from './field-rows.ts';

/** A state under its name, and the one before it. */
export type Side = {
  readonly name: string;
  readonly state: ValueTree;
  readonly before?: ValueTree | undefined;
};

type StateTableProps = {
  readonly caption: string;
  /** Left out where there is nothing to compare with. */
  readonly left?: Side | undefined;
  readonly right: Side;
  readonly words: TravelWords;
};

/** A state field by field, or two beside each other: what differs, and what has changed since the event before. */
export function StateTable({ caption, left, right, words }: StateTableProps) {
  const changes = changesSince(right.before, right.state);
  const leftChanges = left && changesSince(left.before, left.state);
  return (
    <table class="travel-state">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          {left && <th scope="col">{left.name}</th>}
          <th scope="col">{right.name}</th>
        </tr>
      </thead>
      <tbody>
        {fieldRows((left ?? right).state, right.state).map((row, index) => (
          <Row
            key={index}
            row={row}
            isBeside={left !== undefined}
            changes={changes}
            leftChanges={leftChanges}
            words={words}
          />
        ))}
        {goneRows(changes, leftChanges).map(({ path, text, sides }) => (
          <tr key={`${sides} ${path}`} data-gone>
            <th scope="row">
              <code>{visible(path)}</code>
            </th>
            {sides === 'both' ? (
              <td {...(left ? { colSpan: 2, 'data-both': true } : {})}>
                <Gone text={text} words={words} />
              </td>
            ) : (
              <>
                <td>{sides === 'left' && <Gone text={text} words={words} />}</td>
                <td>{sides === 'right' && <Gone text={text} words={words} />}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly row: FieldRow;
  readonly isBeside: boolean;
  readonly changes: Changes;
  readonly leftChanges: Changes | undefined;
  readonly words: TravelWords;
};

function Row({ row, isBeside, changes, leftChanges, words }: RowProps) {
  const { path, left, right, differs } = row;
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">
        <code>{path === '' ? words['whole-value'] : breakable(visible(path))}</code>
        {differs && <b class="travel-mark">{words.differs}</b>}
      </th>
      {differs && (
        <td>
          <Value value={left} changes={leftChanges} words={words} />
        </td>
      )}
      <td {...(isBeside && !differs ? { colSpan: 2, 'data-both': true } : {})}>
        <Value value={right} changes={changes} words={words} />
      </td>
    </tr>
  );
}

type ValueProps = {
  readonly value: ValueTree | undefined;
  readonly changes: Changes | undefined;
  readonly words: TravelWords;
};

function Value({ value, changes, words }: ValueProps) {
  if (!value) return <i>{words.nothing}</i>;
  return (
    <>
      <code>{visible(printTree(value))}</code>
      {changes && hasChanged(value, changes) && <small class="travel-changed">{words.changed}</small>}
    </>
  );
}

const Gone = ({ text, words }: { readonly text: string; readonly words: TravelWords }) => (
  <>
    <del>
      <code>{visible(text)}</code>
    </del>
    <small class="travel-gone">{words.gone}</small>
  </>
);

type GoneRow = { readonly path: string; readonly text: string; readonly sides: 'both' | 'left' | 'right' };

/** What was there before the event; once where it is gone on both sides. */
function goneRows(changes: Changes, leftChanges: Changes | undefined): GoneRow[] {
  const told = ({ gone }: Changes) => gone.map(({ path, value }) => ({ path, text: printTree(value) }));
  const [right, left] = [told(changes), leftChanges ? told(leftChanges) : undefined];
  const isIn = (rows: typeof right, row: (typeof right)[number]) =>
    rows.some(({ path, text }) => path === row.path && text === row.text);
  return [
    ...right.map((row) => ({
      ...row,
      sides: !left || isIn(left, row) ? ('both' as const) : ('right' as const),
    })),
    ...(left ?? []).filter((row) => !isIn(right, row)).map((row) => ({ ...row, sides: 'left' as const })),
  ];
}
