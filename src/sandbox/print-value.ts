import { valueOf } from './lock-built-ins.ts';

/** How much of a value is printed. */
const bounds = { depth: 4, items: 50, nodes: 400, characters: 4_000 };

/**
 * Prints any value as one bounded text. It never calls a getter, `toString`, `toJSON` or a proxy trap that may
 * run code of the learner's without a guard, so a hostile value can at worst print as `[unprintable]`.
 */
export function printValue(value: unknown): string {
  const printer = { nodes: 0, seen: new Set<object>() };
  return cut(print(value, 0, printer), bounds.characters);
}

/** A console line: strings bare, everything else printed, joined by spaces. */
export function printLine(values: readonly unknown[]): string {
  return cut(
    values.map((value) => (typeof value === 'string' ? value : printValue(value))).join(' '),
    bounds.characters,
  );
}

export function cut(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters)}… (${text.length - characters} more characters)`;
}

type Printer = { nodes: number; readonly seen: Set<object> };

function print(value: unknown, depth: number, printer: Printer): string {
  printer.nodes += 1;
  if (printer.nodes > bounds.nodes) return '…';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(cut(value, bounds.characters));
    case 'bigint':
      return `${value}n`;
    case 'number':
      return Object.is(value, -0) ? '-0' : `${value}`;
    case 'symbol':
      return value.toString();
    case 'function':
      return guarded(() => `[Function ${ownText(value, 'name')}]`);
    case 'object':
      return value === null ? 'null' : guarded(() => printObject(value, depth, printer));
    default:
      return String(value);
  }
}

function printObject(value: object, depth: number, printer: Printer): string {
  if (printer.seen.has(value)) return '[Circular]';
  if (value instanceof Error)
    return `${ownText(value, 'name') || constructorName(value)}: ${ownText(value, 'message')}`;
  if (value instanceof Date)
    return Number.isNaN(Date.prototype.getTime.call(value))
      ? 'Invalid Date'
      : Date.prototype.toISOString.call(value);
  const name = constructorName(value);
  if (depth >= bounds.depth)
    return Array.isArray(value) ? '[…]' : `${name === 'Object' ? '' : `${name} `}{…}`;
  printer.seen.add(value);
  const text = printContent(value, name, depth, printer);
  printer.seen.delete(value);
  return text;
}

function printContent(value: object, name: string, depth: number, printer: Printer): string {
  const inner = (item: unknown) => print(item, depth + 1, printer);
  if (Array.isArray(value)) {
    return `[${limited(value.length, (index) => printProperty(value, String(index), inner)).join(', ')}]`;
  }
  if (value instanceof Map) {
    const entries = [...Map.prototype.entries.call(value)];
    return `Map {${limited(entries.length, (index) => entries[index]!.map(inner).join(' => ')).join(', ')}}`;
  }
  if (value instanceof Set) {
    const items = [...Set.prototype.values.call(value)];
    return `Set {${limited(items.length, (index) => inner(items[index])).join(', ')}}`;
  }
  const keys = Object.keys(value);
  const fields = limited(
    keys.length,
    (index) => `${keys[index]}: ${printProperty(value, keys[index]!, inner)}`,
  );
  const prefix = name === 'Object' ? '' : `${name} `;
  return fields.length === 0 ? `${prefix}{}` : `${prefix}{ ${fields.join(', ')} }`;
}

function printProperty(owner: object, key: string, inner: (value: unknown) => string): string {
  const property = Object.getOwnPropertyDescriptor(owner, key);
  if (!property) return 'empty';
  return 'value' in property ? inner(property.value) : '[getter]';
}

function limited(length: number, at: (index: number) => string): string[] {
  const shown = Array.from({ length: Math.min(length, bounds.items) }, (_, index) => at(index));
  return length > bounds.items ? [...shown, `… ${length - bounds.items} more`] : shown;
}

function constructorName(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || typeof prototype !== 'object') return 'Object';
  const property = Object.getOwnPropertyDescriptor(prototype, 'constructor');
  const constructor = property && valueOf(property);
  return typeof constructor === 'function' ? ownText(constructor, 'name') || 'Object' : 'Object';
}

/** A text property that is data, on the object or its prototypes; never a getter. */
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

function guarded(text: () => string): string {
  try {
    return text();
  } catch {
    return '[unprintable]';
  }
}
