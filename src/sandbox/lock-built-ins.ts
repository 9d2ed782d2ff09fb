/**
 * Locks what the language brings along, so that code can neither mislead the tests about it nor break it for them.
 * What inherits from a locked object can still have properties of the same name: `error.name = 'PaymentRefused'`.
 */
import { builtInNames, unnamedBuiltIns, webNames, type NamedBuiltIn } from './built-ins.ts';

/** Locks the built-ins of the global object's realm, which has to be the one that this runs in. */
export function lockBuiltIns(global: object): void {
  fillGaps(global);
  const named = [...builtInNames, ...webNames].flatMap((name) => {
    const value: unknown = Reflect.get(global, name);
    return isObject(value) ? [{ name, value }] : [];
  });
  lockAll([...named, ...unnamedBuiltIns()]);
  for (const name of builtInNames) {
    if (!(name in global)) continue;
    // An own property, also of what the global object inherits.
    const value: unknown = Reflect.get(global, name);
    Object.defineProperty(global, name, { value, writable: false, configurable: false });
  }
}

/**
 * Locks functions and classes with their methods, the classes that these extend included. Nothing can be added to
 * them; their fields keep their values free, because a class may count in one.
 */
export function lockFunctions(functions: Readonly<Record<string, unknown>>): void {
  for (const [name, exported] of Object.entries(functions)) {
    for (let value = exported; isOpenFunction(value); value = Object.getPrototypeOf(value)) {
      const path = value === exported ? name : value.name;
      lock(value, path, true, isMethod);
      const prototype: unknown = value.prototype;
      if (isObject(prototype)) lock(prototype, `${path}.prototype`, true, isMethod);
    }
  }
}

/** What the property holds, also where its locking made a getter of it. No code of a learner's is run. */
export function valueOf({ value, get }: PropertyDescriptor): unknown {
  return get && locked.has(get) ? locked.get(get) : value;
}

/** Whether it was locked here. */
export const isLocked = (value: unknown): boolean => isObject(value) && lockedObjects.has(value);

/** Says what cannot be changed: `Array.prototype.map`. Its Korean is in i18n/sandbox-texts.ts. */
export const lockedMessage = (name: string): string =>
  `Built-in objects and given classes are locked here, so ${name} cannot be changed. Write a function of your own instead.`;

const locked = new WeakMap<() => unknown, unknown>();
const lockedObjects = new WeakSet<object>();

/** Properties that an engine lacks, and that somebody will set or read once nothing can be added. */
function fillGaps(global: object): void {
  const { Error: errors, Symbol: symbols } = global as { Error: object; Symbol: object };
  if (!('stackTraceLimit' in errors)) {
    Object.defineProperty(errors, 'stackTraceLimit', { value: 10, writable: true, configurable: true });
  }
  for (const name of ['dispose', 'asyncDispose']) {
    if (!(name in symbols)) Object.defineProperty(symbols, name, { value: Symbol(`Symbol.${name}`) });
  }
}

/** Neither locked yet nor a built-in, which an exercise may leave open. */
const isOpenFunction = (value: unknown): value is Function =>
  typeof value === 'function' &&
  !lockedObjects.has(value) &&
  !/\[native code\]\s*\}$/.test(Function.prototype.toString.call(value));

/** Unlike a field, a method is not enumerable. */
const isMethod = ({ enumerable, value, get, set }: PropertyDescriptor): boolean =>
  !enumerable && typeof (value ?? get ?? set) === 'function';

/** Locks all that can be reached from these. */
function lockAll(roots: readonly NamedBuiltIn[]): void {
  const found = new Map<object, string>();
  const inherited = new Set<object>();
  const waiting = [...roots];
  // In the order of their finding, so that each gets the shortest of its names.
  for (const { name, value } of waiting) {
    if (found.has(value) || lockedObjects.has(value)) continue;
    found.set(value, name);
    // Classes that extend a constructor inherit its static members. Nobody extends `Object`, and everybody asks it.
    if (Object.hasOwn(value, 'prototype') && value !== Object) inherited.add(value);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (isObject(prototype)) {
      inherited.add(prototype);
      waiting.push({ name: `${name}.__proto__`, value: prototype });
    }
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key)!;
      for (const part of [property.get, property.set, property.value as unknown]) {
        if (!isObject(part)) continue;
        if (key === 'prototype') inherited.add(part);
        waiting.push({ name: pathOf(name, key), value: part });
      }
    }
  }
  for (const [value, name] of found) lock(value, name, inherited.has(value));
}

function lock(
  value: object,
  name: string,
  isInherited: boolean,
  which: (property: PropertyDescriptor) => boolean = () => true,
): void {
  lockedObjects.add(value);
  let isOpen = false;
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)!;
    if (staysOpen(value, key) || !which(property)) isOpen = true;
    else if (isInherited && typeof key === 'string' && canBecomeGetter(property)) {
      Object.defineProperty(value, key, overridable(value, key, property, pathOf(name, key)));
    }
  }
  // V8 takes each redefinition of an iterator or a constructor for a change, and spreads lists slowly ever after.
  if (!isOpen) {
    Object.freeze(value);
    return;
  }
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)!;
    if (staysOpen(value, key) || !which(property)) continue;
    const locks = 'value' in property ? { writable: false, configurable: false } : { configurable: false };
    Object.defineProperty(value, key, locks);
  }
  Object.preventExtensions(value);
}

const canBecomeGetter = ({ value, writable, configurable }: PropertyDescriptor): boolean =>
  writable === true && configurable === true && !isWatched(value);

/** Vitest's runner sets the first; tests replace the others by mocks, and nothing in the harness asks them. */
const staysOpen = (holder: object, key: PropertyKey): boolean =>
  (holder === Error && key === 'stackTraceLimit') ||
  (holder === Math && key === 'random') ||
  (Reflect.get(holder, 'prototype') === Date.prototype && key === 'now');

const TypedArray: unknown = Object.getPrototypeOf(Int8Array);

/**
 * Functions that V8 looks up to tell plain arrays, promises, patterns and iterators from others. A getter there would
 * slow down all of them.
 */
const isWatched = (value: unknown): boolean =>
  watched.includes(value) || (typeof value === 'function' && Object.getPrototypeOf(value) === TypedArray);

const watched: readonly unknown[] = [
  Array,
  Promise,
  Promise.resolve,
  RegExp,
  ArrayBuffer,
  TypedArray,
  ...[[], '', new Map(), new Set()].map((values) => values[Symbol.iterator]().next),
];

/**
 * A data property that cannot be written would also keep objects that inherit it from having one of their own by
 * assignment. A getter with a setter that gives them one does not.
 */
function overridable(
  holder: object,
  key: string,
  { value, enumerable = false }: PropertyDescriptor,
  name: string,
): PropertyDescriptor {
  const get = () => value as unknown;
  locked.set(get, value);
  return {
    get,
    set(this: unknown, assigned: unknown) {
      if (this === holder) throw new TypeError(lockedMessage(name));
      Object.defineProperty(this, key, {
        value: assigned,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    },
    enumerable,
    configurable: false,
  };
}

const pathOf = (name: string, key: PropertyKey): string =>
  typeof key === 'symbol' ? `${name}[${key.description}]` : `${name}.${String(key)}`;

const isObject = (value: unknown): value is object =>
  typeof value === 'function' || (typeof value === 'object' && value !== null);
