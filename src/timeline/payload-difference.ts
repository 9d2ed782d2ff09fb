import { differ, type Difference } from '../sandbox/difference.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';

/** Where two payloads differ first: `data.oldPrice`, or nothing as a path if they differ as a whole. */
export type PayloadDifference = {
  readonly path: string;
  /** None on the side that has no such field. */
  readonly ours?: ValueTree;
  readonly yours?: ValueTree;
};

/** Both without what `comparable` leaves out. */
export function payloadDifference(
  ours: ValueTree | undefined,
  yours: ValueTree | undefined,
): PayloadDifference | undefined {
  // None on one side: there was no room for it, or it was not asked.
  return ours && yours ? first(differ(ours, yours), '') : undefined;
}

function first(difference: Difference, path: string): PayloadDifference | undefined {
  switch (difference.kind) {
    case 'same':
      return undefined;
    case 'changed':
      return { path, ours: difference.expected, yours: difference.actual };
    case 'missing':
      return { path, ours: difference.expected };
    case 'extra':
      return { path, yours: difference.actual };
    case 'inside':
      for (const { key, difference: part } of difference.parts) {
        const found = first(part, path === '' || key.startsWith('[') ? `${path}${key}` : `${path}.${key}`);
        if (found) return found;
      }
      return undefined;
  }
}

/** Identities that are drawn in every run anew: that they differ says nothing about what happened. */
const drawnAnew: ReadonlySet<string> = new Set(['eventId', 'messageId', 'correlationId', 'causationId']);

/** A payload as it is compared: without identities that are drawn anew; none for one that was cut. */
export function comparable(tree: ValueTree | undefined): ValueTree | undefined {
  switch (tree?.kind) {
    case undefined:
    case 'string':
      return tree;
    case 'leaf':
      return tree.text === '…' ? { ...tree, fits: true } : tree;
    case 'items':
      return { ...tree, items: tree.items.map((item) => comparable(item)!) };
    case 'fields':
      return {
        ...tree,
        entries: tree.entries
          .filter(({ key }) => !drawnAnew.has(key))
          .map(({ key, value }) => ({ key, value: comparable(value)! })),
      };
  }
}
