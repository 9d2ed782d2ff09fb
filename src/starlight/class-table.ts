import type { ClassWords } from '../i18n/class.ts';
import { fill } from '../i18n/fill.ts';
import { visible } from '../i18n/visible.ts';
import type { Standing } from '../progress/standing.ts';
import type { Column } from './class-columns.ts';

/** By which column, 0 for the learner's name; `descending` from the highest or last. */
export type Order = { readonly column: number; readonly descending: boolean };

export type ClassTable = {
  readonly learners: readonly Standing[];
  readonly columns: readonly Column[];
  readonly order: Order;
  readonly words: ClassWords;
  readonly labelOf: (standing: Standing) => string;
  readonly onRename: (standing: Standing, label: string) => void;
  readonly onOrder: (column: number) => void;
};

const language = () => document.documentElement.lang;

/** The learners in their order; who is equal stays by name. */
export function sorted({ learners, columns, order, labelOf }: ClassTable): Standing[] {
  const { compare } = new Intl.Collator(language(), { numeric: true });
  const byName = learners.toSorted((one, other) => compare(labelOf(one), labelOf(other)));
  const column = columns[order.column - 1];
  if (!column) return order.descending ? byName.toReversed() : byName;
  const direction = order.descending ? -1 : 1;
  const valueOf = (standing: Standing) => column.value(standing) ?? 0;
  return byName.toSorted((one, other) => direction * (valueOf(one) - valueOf(other)));
}

/** Head, body and foot of the table, without its caption. */
export function tableParts(table: ClassTable): HTMLElement[] {
  const body = element('tbody', ...sorted(table).map((standing) => learnerRow(standing, table)));
  return [element('thead', headRow(table)), body, element('tfoot', sumRow(table))];
}

function headRow({ columns, order, words, onOrder }: ClassTable): HTMLElement {
  const titles = [words.learner, ...columns.map(({ title }) => title)];
  const cells = titles.map((title, place) => {
    const button = element('button', title);
    button.type = 'button';
    button.addEventListener('click', () => onOrder(place));
    const cell = element('th', button);
    cell.scope = 'col';
    if (order.column === place) cell.ariaSort = order.descending ? 'descending' : 'ascending';
    return cell;
  });
  return element('tr', ...cells);
}

function learnerRow(standing: Standing, { columns, words, labelOf, onRename }: ClassTable): HTMLElement {
  const name = element('input');
  name.value = labelOf(standing);
  name.ariaLabel = fill(words['learner-of'], { file: visible(standing.file) });
  name.title = visible(standing.file);
  name.addEventListener('change', () => onRename(standing, name.value));
  const head = element('th', name);
  head.scope = 'row';
  return element('tr', head, ...columns.map((column) => element('td', textOf(column, standing, words))));
}

function textOf(column: Column, standing: Standing, words: ClassWords): string {
  const value = column.value(standing);
  switch (column.kind) {
    case 'count':
      return `${value === column.most && column.most > 0 ? '✓ ' : ''}${value ?? 0} / ${column.most}`;
    case 'part':
      return String(value ?? 0);
    case 'time':
      return value === undefined ? words.never : whenFormat().format(value);
  }
}

function sumRow({ learners, columns, words }: ClassTable): HTMLElement {
  const head = element('th', words.all);
  head.scope = 'row';
  const cells = columns.map((column) => {
    if (column.kind === 'time') return element('td');
    const sum = learners.reduce((all, standing) => all + (column.value(standing) ?? 0), 0);
    return element('td', column.kind === 'count' ? `${sum} / ${column.most * learners.length}` : String(sum));
  });
  return element('tr', head, ...cells);
}

let when: Intl.DateTimeFormat | undefined;
const whenFormat = () =>
  (when ??= new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }));

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
