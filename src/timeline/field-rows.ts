import { differ, type Difference } from '../sandbox/difference.ts';
import { printTree } from '../sandbox/print-value.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';

/**
 * One line of two values beside each other: a field, or what is inside of it where the two differ or it is long. A side
 * that is missing has no such field.
 */
export type FieldRow = {
  /** `lines[0].portions`; empty for the value itself. */
  readonly path: string;
  readonly left?: ValueTree;
  readonly right?: ValueTree;
  readonly differs: boolean;
};

/** A value that prints longer than this is told part by part. */
const longest = 64;

export function fieldRows(left: ValueTree, right: ValueTree): FieldRow[] {
  return rowsOf(differ(left, right), '', true);
}

/** The names of what differs. */
export const differingFields = (left: ValueTree, right: ValueTree): string[] =>
  fieldRows(left, right).flatMap(({ path, differs }) => (differs ? [path] : []));

function rowsOf(difference: Difference, path: string, isWhole: boolean): FieldRow[] {
  switch (difference.kind) {
    case 'same':
      return parts(difference.value, path, isWhole).map((part) => ({
        path: part.path,
        left: part.value,
        right: part.value,
        differs: false,
      }));
    case 'changed':
      return [{ path, left: difference.expected, right: difference.actual, differs: true }];
    case 'missing':
      return [{ path, left: difference.expected, differs: true }];
    case 'extra':
      return [{ path, right: difference.actual, differs: true }];
    case 'inside':
      return difference.parts.flatMap((part) => rowsOf(part.difference, join(path, part.key), false));
  }
}

type Part = { readonly path: string; readonly value: ValueTree };

/** A value, or its parts if it is long. */
function parts(value: ValueTree, path: string, isWhole: boolean): Part[] {
  const inside = partsInside(value);
  if (inside.length === 0 || (!isWhole && printTree(value).length <= longest)) return [{ path, value }];
  return inside.flatMap((part) => parts(part.value, join(path, part.path), false));
}

function partsInside(value: ValueTree): Part[] {
  switch (value.kind) {
    case 'fields':
      return value.entries.map((entry) => ({ path: entry.key, value: entry.value }));
    case 'items':
      return value.items.map((item, index) => ({ path: `[${index}]`, value: item }));
    default:
      return [];
  }
}

const join = (path: string, key: string): string =>
  path === '' || key.startsWith('[') ? path + key : `${path}.${key}`;

/** What has changed from one value to the next: parts of the next by identity, and what is not there any more. */
export type Changes = { readonly parts: ReadonlySet<ValueTree>; readonly gone: readonly Part[] };

export function changesSince(before: ValueTree | undefined, now: ValueTree): Changes {
  const changed = new Set<ValueTree>();
  const gone: Part[] = [];
  const add = (value: ValueTree): void => {
    changed.add(value);
    partsInside(value).forEach((part) => add(part.value));
  };
  const look = (difference: Difference, path: string, value: ValueTree): void => {
    switch (difference.kind) {
      case 'same':
        return;
      case 'changed':
      case 'extra':
        return add(difference.actual);
      case 'missing':
        return void gone.push({ path, value: difference.expected });
      case 'inside':
        // What lost a part has changed itself.
        if (difference.parts.some((part) => part.difference.kind === 'missing')) changed.add(value);
        return difference.parts.forEach(({ key, difference: inside }) => {
          const part = partsInside(value).find((each) => each.path === key);
          look(inside, join(path, key), part?.value ?? value);
        });
    }
  };
  if (before) look(differ(before, now), '', now);
  return { parts: changed, gone };
}

/** Whether the value or something in it has changed. */
export const hasChanged = (value: ValueTree, changes: Changes): boolean =>
  changes.parts.has(value) || partsInside(value).some((part) => hasChanged(part.value, changes));
