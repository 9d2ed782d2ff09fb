import { notPassed, right, wrong, type Case } from '../case.ts';

/** Tricks on the harness: its modules, its globals, what it asks of the language while it runs. */
const attack = (id: string, name: string, code: string, more: Partial<Case> = {}): Case => ({
  id,
  name,
  code: `${wrong}\n${code}`,
  wants: notPassed,
  ...more,
});

const harmless = (id: string, name: string, code: string, more: Partial<Case> = {}): Case => ({
  id,
  name,
  code: `${code}\n${right}`,
  wants: ['passed'],
  ...more,
});

export const harness: readonly Case[] = [
  harmless('K01', 'this of a file without imports is nothing of the harness', '', {
    code: "console.log('THIS ' + typeof this, JSON.stringify(this ?? null)); exports.f = (n) => n * 2;",
    says: 'THIS',
    neverSays: 'role',
  }),
  attack(
    'K02',
    'require under another name, of the test library',
    "const load: any = require; load('vitest').expect.extend({});",
  ),
  attack(
    'K03',
    'require under another name, of the hidden test',
    "const load: any = require; load('./a.test.ts');",
  ),
  attack(
    'K04',
    "require under another name, of the library's own files",
    "const load: any = require; load('past-tense/testing.ts');",
  ),
  attack(
    'K05',
    'a trap where the harness hands over modules',
    "Object.defineProperty(globalThis, 'defineModule', { set() { throw 1; }, get: () => () => {} });",
  ),
  attack(
    'K06',
    'exports that answer anything',
    'const four: any = () => 4; arguments[2].exports = new Proxy({}, { get: () => four, has: () => true });',
  ),
  attack(
    'K07',
    "a generator's prototype",
    'Object.getPrototypeOf(function* () {}).prototype.next = () => ({ done: true });',
  ),
  attack(
    'K08',
    "an array iterator's prototype",
    'Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });',
  ),
  attack(
    'K09',
    "an async function's prototype",
    'Object.getPrototypeOf(async () => {}).constructor.prototype.call = () => undefined;',
  ),
  attack('K10', 'another Promise for the test', '(globalThis as any).Promise = { resolve: () => 8 };', {
    says: 'Promise cannot be changed',
  }),
  attack('K11', 'another Object for the test', '(globalThis as any).Object = { keys: () => [] };', {
    says: 'Object cannot be changed',
    tests: "it('lists', () => { expect(Object.keys({ a: f(1) })).toEqual([]); });",
    names: ['lists'],
    solution: 'none',
  }),
  attack(
    'K12',
    'listeners that never hear',
    'EventTarget.prototype.addEventListener = () => {}; AbortSignal.prototype.throwIfAborted = () => {};',
  ),
  attack(
    'K13',
    'a registry of matchers of its own',
    `for (const key of ['$$jest-matchers-object', 'matchers-object', '$$jest-matchers-object-private', 'expect-global', 'asymmetric-matchers-object'])
  (globalThis as any)[Symbol.for(key)] = new Proxy({}, { get: () => () => ({ pass: true, message: () => '' }) });`,
  ),
  attack(
    'K14',
    'weak maps that forget',
    'WeakMap.prototype.get = () => undefined; WeakMap.prototype.has = () => true; WeakSet.prototype.has = () => true;',
  ),
  attack(
    'K15',
    'a lock of __proto__',
    "Object.defineProperty(Object.prototype, '__proto__', { set() {}, get: () => null });",
  ),
  attack(
    'K16',
    'errors without a stack',
    'Object.defineProperty(Error, "captureStackTrace", { value: () => {} }); Error.stackTraceLimit = 0;',
  ),
  attack(
    'K17',
    'JSON that says little',
    "JSON.stringify = () => '4'; String.prototype.slice = () => ''; Number.prototype.toString = () => '4';",
  ),
  attack(
    'K18',
    'species of its own',
    'Object.defineProperty(Array, Symbol.species, { value: class extends Array { constructor() { super(); return [] as any; } } });',
  ),
  attack(
    'K19',
    'a constructor of arrays',
    '(Array.prototype as any).constructor = class { static [Symbol.species] = Object; };',
  ),
  attack('K20', 'what the test throws, taken and spoiled', '', {
    code: `
export const f = (check: any): any => {
  try {
    if (typeof check === 'function') check();
  } catch (error: any) {
    for (let holder = Object.getPrototypeOf(error); holder; holder = Object.getPrototypeOf(holder)) {
      for (const key of ['message', 'name', 'stack', 'toJSON', 'showDiff', 'ok', 'constructor', Symbol.hasInstance]) {
        try { Object.defineProperty(holder, key, { get() { throw 0; }, set() {}, configurable: true }); } catch {}
      }
    }
    try { error.constructor.prototype = null; } catch {}
    try { Object.defineProperty(error.constructor, Symbol.hasInstance, { value: () => false }); } catch {}
  }
  return 0;
};`,
    tests: `
it('checks', () => {
  f(() => expect(1).toBe(2));
  f(() => expect(1).toEqual(2));
  expect(f(2)).toBe(4);
});
it('checks again', () => { expect({ v: f(3) }).toEqual({ v: 6 }); });`,
    names: ['checks', 'checks again'],
    solution: "export const f = (n: any): any => (typeof n === 'function' ? 0 : n * 2);",
  }),
  attack('K21', 'a thenable that never answers', '', {
    code: 'export const f = (n: number): any => ({ then() {} });',
    tests: "it('waits', async () => { expect(await f(2)).toBe(4); });",
    names: ['waits'],
    wants: ['failed'],
  }),
  attack('K22', 'a thenable that answers twice, and then throws', '', {
    code: 'export const f = (n: number): any => ({ then(yes: any, no: any) { yes(8); yes(9); no(1); throw 2; } });',
    wants: ['failed'],
  }),
  attack('K23', 'a value that equals whatever it is compared with', '', {
    code: `
const same: any = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => 4 : key === 'then' ? undefined : same),
  has: () => true, ownKeys: () => ['v', 'prototype'], getPrototypeOf: () => Number.prototype,
  getOwnPropertyDescriptor: (target, key) => Reflect.getOwnPropertyDescriptor(target, key) ?? { value: 4, configurable: true, enumerable: true },
});
export const f = (n: number): any => same;`,
  }),
  harmless(
    'K24',
    'a clock that throws',
    'Date.now = () => { throw 1; }; Math.random = Date.now; performance.now = Date.now;',
  ),
  harmless(
    'K25',
    'timers and microtasks that do nothing',
    'Object.assign(globalThis, { setTimeout: () => 0, clearTimeout() {}, queueMicrotask() {}, setInterval: () => 0 });',
  ),
  harmless('K26', 'no console at all', 'Object.assign(globalThis, { console: undefined });'),
  harmless(
    'K27',
    "a console that throws, asked by the learner's own code",
    'console.log = () => { throw 1; };',
  ),
  harmless(
    'K28',
    'names of built-ins in code of its own',
    `
class Shape { name = ''; constructor() { this.name = 'shape'; } }
Shape.prototype.toString = () => 'shape';
function Old(this: any) { this.constructor = 'old'; }
Old.prototype = { valueOf: () => 1, hasOwnProperty: () => true };
const bare: any = {}; bare.toString = () => 'bare'; bare.constructor = Shape; bare.__proto__ = null;
const list: any = [1]; list.map = () => list; list.length = 0;
const error: any = new Error('x'); error.name = 'Mine'; error.message = 'mine'; error.toString = () => 'mine'; error.stack = '';
const fn: any = () => 1; fn.call = () => 2; fn.toString = () => 'fn';
class Own extends Map<string, number> { static of() {} } (Own.prototype as any).get = () => 3; 
class Later extends Promise<number> {} (Later.prototype as any).then = Promise.prototype.then;
Object.assign(Object.create(Date.prototype), { getTime: () => 0, toJSON: 1 });
if (String(new Shape()) !== 'shape' || fn.call() !== 2 || new Own().get('') !== 3) throw new Error('not mine');`,
  ),
  harmless(
    'K29',
    'generators, iterators and helpers of its own',
    `
class Deck { *[Symbol.iterator]() { yield 1; yield 2; } }
const deck: any = new Deck(); const iterator = deck[Symbol.iterator](); iterator.next = () => ({ done: true });
async function* later() { yield 1; } void later().next();
if ([...deck].length !== 2) throw new Error('lost');`,
  ),
  harmless('K30', 'inherited methods spied on and put back', '', {
    code: 'export const f = (n: number): any => n * 2;',
    tests: `
it('spies', () => {
  const map = new Map([['a', 1]]);
  const get = vi.spyOn(map, 'get').mockReturnValue(7);
  expect(map.get('a')).toBe(7);
  get.mockRestore();
  expect(map.get('a')).toBe(1);
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
  expect(Math.random()).toBe(0.5);
  random.mockRestore();
  expect(vi.isMockFunction(Math.random)).toBe(false);
  const now = vi.spyOn(Date, 'now').mockReturnValue(f(2));
  expect(Date.now()).toBe(4);
  now.mockRestore();
});`,
    names: ['spies'],
  }),
];
