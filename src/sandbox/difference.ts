import type { ValueTree } from './value-tree.ts';
import { align } from './align.ts';

/** Two described values as one, with a mark wherever they differ. */
export type Difference =
  | { readonly kind: 'same'; readonly value: ValueTree }
  | { readonly kind: 'changed'; readonly expected: ValueTree; readonly actual: ValueTree }
  | { readonly kind: 'missing'; readonly expected: ValueTree }
  | { readonly kind: 'extra'; readonly actual: ValueTree }
  | {
      readonly kind: 'inside';
      readonly type?: string;
      readonly parts: readonly DifferentPart[];
      /** How many parts were not looked at because there are so many. */
      readonly more: number;
    };

/** `key` is a field, or a place in a list such as `[2]`. */
export type DifferentPart = { readonly key: string; readonly difference: Difference };

type Fields = Extract<ValueTree, { kind: 'fields' }>;
type Items = Extract<ValueTree, { kind: 'items' }>;

/** As `toEqual` compares: neither classes nor fields that are `undefined` make a difference. */
export function differ(expected: ValueTree, actual: ValueTree): Difference {
  if (isSame(expected, actual)) return { kind: 'same', value: actual };
  if (expected.kind === 'fields' && actual.kind === 'fields' && isMap(expected) === isMap(actual)) {
    return inside(expected, actual, differentFields(expected, actual));
  }
  if (expected.kind === 'items' && actual.kind === 'items' && isSet(expected) === isSet(actual)) {
    return inside(expected, actual, differentItems(expected, actual));
  }
  return { kind: 'changed', expected, actual };
}

function inside(expected: Fields | Items, actual: Fields | Items, parts: DifferentPart[]): Difference {
  const more = Math.max(expected.more, actual.more);
  return {
    kind: 'inside',
    ...(actual.type !== undefined && actual.type === expected.type ? { type: actual.type } : {}),
    parts,
    more,
  };
}

/** In the order of the expected fields, then those that nobody expected. */
function differentFields(expected: Fields, actual: Fields): DifferentPart[] {
  const mine = fieldsOf(actual);
  const theirs = fieldsOf(expected);
  const parts = expected.entries.map(({ key, value }): DifferentPart => {
    const other = mine.get(key);
    if (other) return { key, difference: differ(value, other) };
    return {
      key,
      difference: isUndefined(value) ? { kind: 'same', value } : { kind: 'missing', expected: value },
    };
  });
  const others = actual.entries
    .filter(({ key, value }) => !theirs.has(key) && !isUndefined(value))
    .map(({ key, value }): DifferentPart => ({ key, difference: { kind: 'extra', actual: value } }));
  return [...parts, ...others];
}

function differentItems(expected: Items, actual: Items): DifferentPart[] {
  let [place, minePlace] = [0, 0];
  return alignItems(expected, actual).map((aligned): DifferentPart => {
    switch (aligned.kind) {
      case 'pair':
        place += 1;
        return { key: `[${minePlace++}]`, difference: differ(aligned.expected, aligned.actual) };
      case 'missing':
        return { key: `[${place++}]`, difference: aligned };
      case 'extra':
        return { key: `[${minePlace++}]`, difference: aligned };
    }
  });
}

function alignItems(expected: Items, actual: Items) {
  if (!isSet(expected)) return align(expected.items, actual.items, likeness);
  // A set has no order: what is in both comes first.
  const inBoth = expected.items.filter((one) => actual.items.some((other) => isSame(one, other)));
  const rest = ({ items }: Items, other: Items) =>
    items.filter((one) => !other.items.some((each) => isSame(one, each)));
  return [
    ...inBoth.map((item) => ({ kind: 'pair', expected: item, actual: item }) as const),
    ...rest(expected, actual).map((item) => ({ kind: 'missing', expected: item }) as const),
    ...rest(actual, expected).map((item) => ({ kind: 'extra', actual: item }) as const),
  ];
}

/** How much two values have in common, from 0 to 1; more than 0 if they can be shown as one that changed. */
export function likeness(expected: ValueTree, actual: ValueTree): number {
  if (isSame(expected, actual)) return 1;
  if (expected.kind !== actual.kind) return 0;
  if (expected.kind !== 'fields' || actual.kind !== 'fields') return 0.1;
  const mine = fieldsOf(actual);
  const shared = expected.entries.filter(({ key, value }) => {
    const other = mine.get(key);
    return other !== undefined && isSame(value, other);
  });
  return 0.1 + (0.8 * shared.length) / Math.max(1, expected.entries.length, actual.entries.length);
}

function isSame(expected: ValueTree, actual: ValueTree): boolean {
  if (fits(expected) || fits(actual)) return true;
  switch (expected.kind) {
    case 'leaf':
    case 'string':
      return actual.kind === expected.kind && actual.text === expected.text;
    case 'fields':
      return (
        actual.kind === 'fields' && isMap(expected) === isMap(actual) && haveSameFields(expected, actual)
      );
    case 'items':
      return actual.kind === 'items' && isSet(expected) === isSet(actual) && haveSameItems(expected, actual);
  }
}

function haveSameFields(expected: Fields, actual: Fields): boolean {
  const [mine, theirs] = [fieldsOf(actual), fieldsOf(expected)];
  return (
    expected.more === actual.more &&
    expected.entries.every(({ key, value }) => {
      const other = mine.get(key);
      return other ? isSame(value, other) : isUndefined(value);
    }) &&
    actual.entries.every(({ key, value }) => theirs.has(key) || isUndefined(value))
  );
}

function haveSameItems(expected: Items, actual: Items): boolean {
  if (expected.items.length !== actual.items.length || expected.more !== actual.more) return false;
  return isSet(expected)
    ? expected.items.every((one) => actual.items.some((other) => isSame(one, other)))
    : expected.items.every((one, index) => isSame(one, actual.items[index]!));
}

const fieldsOf = ({ entries }: Fields) => new Map(entries.map(({ key, value }) => [key, value]));
const fits = (tree: ValueTree): boolean => tree.kind === 'leaf' && tree.fits === true;
const isUndefined = (tree: ValueTree): boolean => tree.kind === 'leaf' && tree.text === 'undefined';
const isMap = ({ type }: Fields): boolean => type === 'Map';
const isSet = ({ type }: Items): boolean => type === 'Set';
