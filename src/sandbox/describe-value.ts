import { valueOf } from './lock-built-ins.ts';
import { comparedBounds, type ValueBounds, type ValueEntry, type ValueTree } from './value-tree.ts';

/**
 * Describes any value as bounded plain data. It never calls a getter, `toString`, `toJSON` or a proxy trap that may
 * run code of the learner's without a guard, so a hostile value can at worst be `[unprintable]`.
 */
export function describeValue(value: unknown, bounds: ValueBounds = comparedBounds): ValueTree {
  return describe(value, { bounds, left: { ...bounds }, depth: 0, around: undefined });
}

/** How a matcher such as `expect.any(Number)` is told from other objects. */
export type Matcher = { readonly text: string; readonly accepts: (value: unknown) => boolean };
export type AsMatcher = (value: object) => Matcher | undefined;

/** The same of an expected value, whose matchers fit what stands in their place in the actual one. */
export function describeExpected(expected: unknown, actual: unknown, asMatcher: AsMatcher): ValueTree {
  const left = { ...comparedBounds };
  const beside = { value: actual, asMatcher };
  return describe(expected, { bounds: comparedBounds, left, depth: 0, around: undefined, beside });
}

type Place = {
  readonly bounds: ValueBounds;
  readonly left: { nodes: number; characters: number };
  readonly depth: number;
  /** The objects that the value is part of, the innermost first. */
  readonly around: Around | undefined;
  readonly beside?: { readonly value: unknown; readonly asMatcher: AsMatcher } | undefined;
};

type Around = { readonly object: object; readonly around: Around | undefined };

function isIn(around: Around | undefined, object: object): boolean {
  for (let outer = around; outer; outer = outer.around) if (outer.object === object) return true;
  return false;
}

function describe(value: unknown, place: Place): ValueTree {
  const { left } = place;
  left.nodes -= 1;
  if (left.nodes < 0) return leaf('…');
  switch (typeof value) {
    case 'string':
      return { kind: 'string', text: take(value, left) };
    case 'bigint':
      return leaf(take(`${value}n`, left));
    case 'number':
      return leaf(Object.is(value, -0) ? '-0' : `${value}`);
    case 'symbol':
      return leaf(take(value.toString(), left));
    case 'function':
      return guarded(() => leaf(take(`[Function ${ownText(value, 'name')}]`, left)));
    case 'object':
      return value === null ? leaf('null') : guarded(() => describeObject(value, place));
    default:
      return leaf(String(value));
  }
}

function describeObject(value: object, place: Place): ValueTree {
  const { left, around, depth, bounds, beside } = place;
  if (isIn(around, value)) return leaf('[Circular]');
  const matcher = beside?.asMatcher(value);
  if (matcher) {
    const fits = matcher.accepts(beside!.value);
    return { ...leaf(take(matcher.text, left)), ...(fits ? { fits } : {}) };
  }
  const whole = printedWhole(value);
  if (whole !== undefined) return leaf(take(whole, left));
  const type = className(value);
  if (depth >= bounds.depth) return leaf(Array.isArray(value) ? '[…]' : `${type ? `${type} ` : ''}{…}`);
  return describeParts(value, type && take(type, left), {
    bounds,
    left,
    beside,
    depth: depth + 1,
    around: { object: value, around },
  });
}

function describeParts(value: object, type: string | undefined, place: Place): ValueTree {
  const { bounds, left, beside } = place;
  const inside = (part: unknown, besidePart: unknown) =>
    describe(part, beside ? { ...place, beside: { ...beside, value: besidePart } } : place);
  /** A property as it stands there; what a getter would return is not asked for. */
  const property = (key: string): ValueTree => {
    const found = Object.getOwnPropertyDescriptor(value, key);
    if (!found) return leaf('empty');
    return 'value' in found
      ? inside(found.value, beside && dataOf(beside.value, key))
      : { ...leaf('[getter]'), fits: true };
  };

  // Loops and no iterators: every event and row of a run is described.
  if (Array.isArray(value)) {
    const items: ValueTree[] = [];
    for (let index = 0; index < value.length && index < bounds.items; index += 1) {
      items.push(property(String(index)));
    }
    return { kind: 'items', items, more: value.length - items.length };
  }
  if (value instanceof Set) {
    const all = [...Set.prototype.values.call(value)];
    const items = all.slice(0, bounds.items).map((item) => inside(item, undefined));
    return { kind: 'items', type: 'Set', items, more: all.length - items.length };
  }
  if (value instanceof Map) {
    const pairs = [...Map.prototype.entries.call(value)];
    const entries = pairs.slice(0, bounds.items).map(([key, part]): ValueEntry => ({
      key: printKey(describe(key, { ...place, depth: bounds.depth })),
      value: inside(part, undefined),
    }));
    return { kind: 'fields', type: 'Map', entries, more: pairs.length - entries.length };
  }
  const keys = Object.keys(value);
  const entries: ValueEntry[] = [];
  for (let index = 0; index < keys.length && index < bounds.items; index += 1) {
    const key = keys[index]!;
    entries.push({ key: take(key, left), value: property(key) });
  }
  const more = keys.length - entries.length;
  return type === undefined ? { kind: 'fields', entries, more } : { kind: 'fields', type, entries, more };
}

/** Objects whose parts say nothing. */
function printedWhole(value: object): string | undefined {
  if (value instanceof Error) {
    return `${ownText(value, 'name') || (className(value) ?? 'Object')}: ${ownText(value, 'message')}`;
  }
  if (value instanceof Date) {
    return Number.isNaN(Date.prototype.getTime.call(value))
      ? 'Invalid Date'
      : Date.prototype.toISOString.call(value);
  }
  if (value instanceof RegExp) {
    const read = (key: 'source' | 'flags') =>
      Object.getOwnPropertyDescriptor(RegExp.prototype, key)!.get!.call(value) as string;
    return `/${read('source')}/${read('flags')}`;
  }
  return undefined;
}

const printKey = (key: ValueTree): string =>
  key.kind === 'string' ? JSON.stringify(key.text) : key.kind === 'leaf' ? key.text : '{…}';

/** The value of a property that is data. */
function dataOf(owner: unknown, key: string): unknown {
  if (typeof owner !== 'object' || owner === null) return undefined;
  return Object.getOwnPropertyDescriptor(owner, key)?.value as unknown;
}

/** The name of its class; none for an object without one. */
export function className(value: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype || typeof prototype !== 'object') return undefined;
  const property = Object.getOwnPropertyDescriptor(prototype, 'constructor');
  const constructor = property && valueOf(property);
  const name = typeof constructor === 'function' ? ownText(constructor, 'name') : '';
  return name === '' || name === 'Object' ? undefined : name;
}

/** A text property that is data, on the object or its prototypes; never a getter, unless locking made it one. */
function ownText(value: object, key: string): string {
  for (let holder: object | null = value; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    const property = Object.getOwnPropertyDescriptor(holder, key);
    if (property) {
      const found = valueOf(property);
      return typeof found === 'string' ? found : '';
    }
  }
  return '';
}

/** As much of the text as there is room for. */
function take(text: string, left: Place['left']): string {
  const taken = left.characters > 0 ? cut(text, left.characters) : '…';
  left.characters -= taken.length;
  return taken;
}

export function cut(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters)}… (${text.length - characters} more characters)`;
}

const leaf = (text: string): ValueTree & { kind: 'leaf' } => ({ kind: 'leaf', text });

function guarded(describeIt: () => ValueTree): ValueTree {
  try {
    return describeIt();
  } catch {
    return leaf('[unprintable]');
  }
}
