import { cut, describeValue } from './describe-value.ts';
import type { ValueBounds, ValueTree } from './value-tree.ts';

/** How much of a value is printed. */
const bounds: ValueBounds = { depth: 4, items: 50, nodes: 400, characters: 4_000 };

/** Prints any value as one bounded text, whatever it is; see describe-value.ts. */
export const printValue = (value: unknown): string =>
  cut(printTree(describeValue(value, bounds)), bounds.characters);

/** A console line: strings bare, everything else printed, joined by spaces. */
export function printLine(values: readonly unknown[]): string {
  return cut(
    values.map((value) => (typeof value === 'string' ? value : printValue(value))).join(' '),
    bounds.characters,
  );
}

/** A described value on one line. */
export function printTree(tree: ValueTree): string {
  switch (tree.kind) {
    case 'leaf':
      return tree.text;
    case 'string':
      return JSON.stringify(tree.text);
    case 'items': {
      const items = [...tree.items.map(printTree), ...moreOf(tree)].join(', ');
      return tree.type === undefined ? `[${items}]` : `${tree.type} {${items}}`;
    }
    case 'fields': {
      const isMap = tree.type === 'Map';
      const fields = tree.entries.map(
        ({ key, value }) => `${key}${isMap ? ' => ' : ': '}${printTree(value)}`,
      );
      const all = [...fields, ...moreOf(tree)].join(', ');
      const prefix = tree.type === undefined ? '' : `${tree.type} `;
      return `${prefix}${all === '' ? '{}' : isMap ? `{${all}}` : `{ ${all} }`}`;
    }
  }
}

const moreOf = ({ more }: { readonly more: number }): string[] => (more > 0 ? [`… ${more} more`] : []);
