import type { Locale } from '../i18n/index.ts';
import { visible } from '../i18n/visible.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { BoardCell, BoardDrawing as Board } from '../sandbox/board-drawing.ts';
import type { Words } from '../sandbox/recording.ts';
import { breakable } from '../components/NoteMark.tsx';

type BoardDrawingProps = {
  readonly board: Board;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

/** The board that hidden tests filled. Where there is no room for columns, each row becomes a card. */
export function BoardDrawing({ board, locale, words }: BoardDrawingProps) {
  const { caption, corner = '', columns, rows } = board;
  return (
    <div class="drawn-board">
      <table {...as('table')}>
        <caption>
          <Text text={caption} locale={locale} />
        </caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            <th scope="col" {...as('columnheader')}>
              <Text text={corner} locale={locale} />
            </th>
            {columns.map((column, index) => (
              <th key={index} scope="col" {...as('columnheader')}>
                <Text text={column} locale={locale} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {rows.map(({ head, cells }, index) => (
            <tr key={index} {...as('row')}>
              <th scope="row" {...as('rowheader')}>
                <Text text={head} locale={locale} />
              </th>
              {cells.map((cell, number) => (
                <td key={number} {...as('cell')} data-mark={cell.mark}>
                  <span class="board-column" aria-hidden="true">
                    <Text text={columns[number] ?? ''} locale={locale} />
                  </span>
                  <CellContent cell={cell} locale={locale} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellContent({
  cell: { text, mark },
  locale,
  words,
}: { readonly cell: BoardCell } & Omit<BoardDrawingProps, 'board'>) {
  return (
    <span class="board-cell">
      <Text text={text} locale={locale} />
      {mark && <span class="board-mark">{words[`board.${mark}`]}</span>}
    </span>
  );
}

/** Some browsers forget that a table is one when its parts are laid out otherwise. */
const as = <Role extends 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell'>(
  role: Role,
) => ({
  role,
});

/** Words of the language, or code. */
function Text({ text, locale }: { readonly text: Words; readonly locale: Locale }) {
  if (text === '') return null;
  return typeof text === 'string' ? (
    <code>{breakable(visible(text))}</code>
  ) : (
    <span>{visible(text[locale])}</span>
  );
}
