import { isRecord, list } from './read-value.ts';

/**
 * A value as plain data, bounded: what is shown of it outside the sandbox.
 *
 *     { kind: 'fields', type: 'Order', entries: [{ key: 'id', value: { kind: 'string', text: 'order-1' } }], more: 0 }
 */
export type ValueTree =
  /** Anything without parts, printed: `12`, `null`, `[Function pay]`. `fits` if nothing that stands in its place differs. */
  | { readonly kind: 'leaf'; readonly text: string; readonly fits?: true }
  | { readonly kind: 'string'; readonly text: string }
  /** An object, or a Map by its printed keys. No `type` for an object that is of no class. */
  | {
      readonly kind: 'fields';
      readonly type?: string;
      readonly entries: readonly ValueEntry[];
      /** How many more there are. */
      readonly more: number;
    }
  /** An array, or a Set, whose items are in no order. */
  | {
      readonly kind: 'items';
      readonly type?: string;
      readonly items: readonly ValueTree[];
      readonly more: number;
    };

export type ValueEntry = { readonly key: string; readonly value: ValueTree };

export type ValueBounds = {
  readonly depth: number;
  /** Of one list or object. */
  readonly items: number;
  readonly nodes: number;
  /** Of all texts together. */
  readonly characters: number;
};

/** What is described of a value that a test compared. */
export const comparedBounds: ValueBounds = { depth: 8, items: 60, nodes: 400, characters: 8_000 };

/** Reads a tree that came out of the sandbox: bounded, and with what has another shape as an empty leaf. */
export function readTree(received: unknown, bounds: ValueBounds = comparedBounds): ValueTree {
  // Describing may exceed the bounds by the sign that something was cut.
  const left = { nodes: bounds.nodes + bounds.items + 1, characters: 2 * bounds.characters };

  const text = (value: unknown): string => {
    const taken = typeof value === 'string' ? value.slice(0, left.characters) : '';
    left.characters -= taken.length;
    return taken;
  };
  const typed = (tree: Record<string, unknown>) => ({
    ...(typeof tree['type'] === 'string' ? { type: text(tree['type']) } : {}),
    more: Number.isSafeInteger(tree['more']) ? Math.max(0, tree['more'] as number) : 0,
  });
  const read = (tree: unknown, depth: number): ValueTree => {
    left.nodes -= 1;
    if (!isRecord(tree) || depth > bounds.depth + 1 || left.nodes < 0) return { kind: 'leaf', text: '…' };
    switch (tree['kind']) {
      case 'string':
        return { kind: 'string', text: text(tree['text']) };
      case 'fields':
        return {
          kind: 'fields',
          ...typed(tree),
          entries: list(tree['entries'], bounds.items)
            .filter(isRecord)
            .map((entry) => ({ key: text(entry['key']), value: read(entry['value'], depth + 1) })),
        };
      case 'items':
        return {
          kind: 'items',
          ...typed(tree),
          items: list(tree['items'], bounds.items).map((item) => read(item, depth + 1)),
        };
      default:
        return { kind: 'leaf', text: text(tree['text']), ...(tree['fits'] === true ? { fits: true } : {}) };
    }
  };
  return read(received, 0);
}
