/** Copying and freezing of plain data; the library's own, not exported to exercises. */

/**
 * A deep copy of JSON-able data: strings, finite numbers, booleans, null, and arrays and plain objects of those.
 * A property that is undefined is left out, as in JSON. Throws a TypeError that names the place of anything else.
 *
 * Not `structuredClone`, which lets a Date or a Map through: neither survives JSON, and neither can be frozen.
 */
export function copyOfPlainData<T>(value: T, place: string): T {
  return copy(value, place) as T;
}

/** Freezes the data and everything in it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

function copy(value: unknown, place: string, around: readonly unknown[] = []): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Number.isFinite(value)) return value;
  if (around.includes(value)) throw new TypeError(`${place} leads back to data that it is part of.`);
  const within = [...around, value];
  if (Array.isArray(value)) return value.map((part, index) => copy(part, `${place}[${index}]`, within));
  if (isPlainObject(value)) {
    const present = Object.entries(value).filter(([, part]) => part !== undefined);
    return Object.fromEntries(present.map(([key, part]) => [key, copy(part, `${place}.${key}`, within)]));
  }
  throw new TypeError(
    `${place} is ${nameOf(value)}, but only plain data is kept: strings, finite numbers, booleans, null, lists and objects of them.`,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // `Object.prototype` is the one prototype without a prototype, in whichever frame it was made.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `an object of class ${value.constructor.name}`;
  return typeof value === 'number' || value === undefined ? String(value) : `a ${typeof value}`;
}
