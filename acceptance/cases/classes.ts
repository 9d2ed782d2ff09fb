/** Honest uses of the language that locking must leave alone: classes that extend built-ins, modules, decorators. */
import { right, type Case } from '../case.ts';

/** `code` may call `same(actual, expected)`, which throws where something does not work as without locks. */
const works = (id: string, name: string, code: string, more: Partial<Case> = {}): Case => ({
  id,
  name,
  code: `
const same = (actual: unknown, expected: unknown): void => {
  if (!Object.is(actual, expected)) throw new Error('not ' + String(expected) + ' but ' + String(actual));
};
${code}
${right}`,
  wants: ['passed'],
  ...more,
});

/** Hidden tests that do what is asked for. */
const tests = (id: string, name: string, test: string, code = right): Case => ({
  id,
  name,
  code,
  tests: `it('works', async () => { ${test} });`,
  names: ['works'],
  solution: 'own',
  wants: ['passed'],
});

export const classes: readonly Case[] = [
  works(
    'H30',
    'static members of built-ins, replaced on classes that extend them',
    `
class E extends Error { declare static captureStackTrace: any; }
(E as any).captureStackTrace = () => 'mine';
same((E as any).captureStackTrace(), 'mine');
class D extends Date {}
(D as any).now = () => 7; (D as any).UTC = () => 8; (D as any).parse = () => 9;
same(D.now() + D.UTC(0) + D.parse(''), 24);
same(typeof Date.now(), 'number');
class List extends Array<number> {}
(List as any).from = () => 'list'; (List as any).of = () => 'list'; (List as any).isArray = () => 'list';
same(List.from([]) as any, 'list');
class Later extends Promise<number> {}
(Later as any).all = () => 'later'; (Later as any).reject = () => 'later';
same(Later.all([]) as any, 'later');
class Table extends Map<string, number> {}
(Table as any).groupBy = () => 'table';
same((Table as any).groupBy(), 'table');
class Name extends String {}
(Name as any).raw = () => 'raw'; (Name as any).fromCharCode = () => 'raw';
same(Name.raw([] as any) as any, 'raw');
class Whole extends Number {}
(Whole as any).isInteger = () => 'whole';
same(Whole.isInteger(1) as any, 'whole');`,
  ),
  works(
    'H31',
    'static members of built-ins, declared on classes that extend them',
    `
class Fixed extends Date { static override now() { return 7; } }
class Failure extends Error { static captureStackTrace = 'mine'; static of = (text: string) => new Failure(text); static override stackTraceLimit = 3; }
same(Fixed.now(), 7);
same(Failure.of('x').message, 'x');
same((Failure as any).stackTraceLimit, 3);
same(Error.stackTraceLimit === 3, false);`,
  ),
  works(
    'H32',
    'errors with names, causes and texts of their own',
    `
class DomainError extends Error {
  override name = this.constructor.name;
  code: string;
  constructor(message: string, options?: ErrorOptions & { code?: string }) {
    super(message, options);
    Object.setPrototypeOf(this, new.target.prototype);
    this.code = options?.code ?? 'none';
    this.cause ??= 'nothing';
    (Error as any).captureStackTrace?.(this, DomainError);
  }
  override toString() { return this.name + '!' + this.message; }
  toJSON() { return { name: this.name }; }
  get [Symbol.toStringTag]() { return 'DomainError'; }
}
class Refused extends DomainError {}
Refused.prototype.name = 'Other';
DomainError.prototype.toString = function () { return 'later'; };
(DomainError.prototype as any).toJSON = () => 1;
const refused = new Refused('no', { cause: new TypeError('why'), code: 'C' });
same(refused.name, 'Refused');
same(String(refused), 'later');
same(refused instanceof Refused && refused instanceof DomainError && refused instanceof Error, true);
same((refused.cause as Error).name, 'TypeError');
same(JSON.stringify(refused), '1');
same(Object.prototype.toString.call(refused), '[object DomainError]');
function Old(this: any, message: string) { this.message = message; this.name = 'Old'; this.stack = 'none'; }
Old.prototype = Object.create(Error.prototype, { constructor: { value: Old } });
Old.prototype.name = 'Old';
Old.prototype.message = '';
Old.prototype.toString = Error.prototype.toString;
same(String(new (Old as any)('x')), 'Old: x');
same(structuredClone(new RangeError('far')).name, 'RangeError');
const several = new AggregateError([refused], 'several'); several.message = 'more'; several.errors = [];
same(several.errors.length, 0);`,
  ),
  works(
    'H33',
    'lists, maps, sets and promises with methods of their own, on classes, prototypes and instances',
    `
class Stack extends Array<number> {
  static get [Symbol.species]() { return Array; }
  override get [Symbol.toStringTag]() { return 'Stack'; }
  peek() { return this[this.length - 1]; }
  override map(): any { return 'map'; }
}
(Stack.prototype as any).filter = () => 'filter';
const stack = Stack.of(1, 2) as Stack;
same(stack.slice(0) instanceof Stack, false);
same(stack.map(), 'map');
same(stack.filter(Boolean) as any, 'filter');
Object.assign(stack, { forEach: () => 'each', toString: () => 'text' });
same(String(stack), 'text');
class Counter extends Map<string, number> {
  override get(key: string) { return super.get(key) ?? 0; }
  increment(key: string) { return this.set(key, this.get(key) + 1); }
  override *[Symbol.iterator](): any { yield ['only', 1]; }
}
const counter = new Counter([['a', 1]]).increment('a') as Counter;
same(counter.get('a'), 2);
same([...counter].length, 1);
(counter as any).has = () => 'has'; (counter as any).toJSON = () => ({ a: 2 });
same(JSON.stringify(counter), '{"a":2}');
class Loud extends Set<number> { added = 0; override add(n: number) { this.added = (this.added ?? 0) + 1; return super.add(n); } }
same(new Loud([1, 2]).size, 2);
same(new Set([1]).union(new Loud([2])).size, 2);
class Deferred<T> extends Promise<T> {
  override then(yes?: any, no?: any): any { return super.then(yes, no); }
  static get [Symbol.species]() { return Promise; }
}
same(Deferred.resolve(1) instanceof Deferred, true);
const promise: any = Promise.resolve(1); promise.then = promise.then.bind(promise); promise.catch = () => 'caught';
same(promise.catch(), 'caught');
class Text extends String { override toString() { return 'text'; } override valueOf() { return 'value'; } }
same(\`\${new Text('x')}\`, 'text');
class Pattern extends RegExp { override exec(text: string): any { return super.exec(text + '!'); } override test(): boolean { return true; } }
same(new Pattern('x').exec('x')!.input, 'x!');
class Day extends Date { override toISOString() { return 'day'; } override getTime() { return 1; } }
same(JSON.stringify(new Day()), '"day"');
(Day.prototype as any).toJSON = () => 'json';
same(JSON.stringify(new Day()), '"json"');
class Bytes extends Uint8Array { override at(): any { return 'at'; } }
same(new Bytes(2).at(), 'at');
const fn: any = () => 1; fn.apply = 1; fn.bind = 2; fn.toString = () => 'fn'; Object.assign(fn, { call: 3 });
same(fn.call + fn.bind, 5);`,
  ),
  works(
    'H35',
    'mixins, members copied from one class to another, methods added later',
    `
type Maker<T = object> = new (...values: any[]) => T;
const Named = <B extends Maker>(Base: B) => class extends Base { name = 'named'; override toString() { return this.name; } };
const Timed = <B extends Maker>(Base: B) => class extends Base { at = 1; valueOf() { return this.at; } };
class User extends Timed(Named(Object)) {}
same(String(new User()), 'named');
same(+(new User() as any), 1);
class Walks { walk() { return 'walks'; } hasOwnProperty() { return false; } }
class Duck {}
Object.assign(Duck.prototype, { toString: () => 'duck', valueOf: () => 2, constructor: Duck, isPrototypeOf: () => true });
for (const key of Object.getOwnPropertyNames(Walks.prototype)) {
  if (key !== 'constructor') (Duck.prototype as any)[key] = (Walks.prototype as any)[key];
}
same((new Duck() as any).walk(), 'walks');
same(String(new Duck()), 'duck');
const merged: any = { ...{ toString: () => 'spread' }, ['constructor']: 1, ['valueOf']: 2 };
merged.hasOwnProperty = 3; merged['toLocaleString'] ??= 4; merged.propertyIsEnumerable ||= 5;
same(merged.constructor + merged.valueOf + merged.hasOwnProperty, 6);
const bare = Object.create(null); bare.toString = () => 'bare'; bare.__proto__ = 1; same(String(bare) + bare.__proto__, 'bare1');
const frozen: any = Object.freeze({ a: 1 });
let threw = false; try { frozen.toString = 1; } catch { threw = true; } same(threw, true);
same(Reflect.set({}, 'toString', 1), true);
const target: any = {}; Reflect.set(Array.prototype, 'map', 7, target); same(target.map, 7);
same(Object.keys(Object.assign(Object.create(Map.prototype), { get: 1, set: 2 })).join(), 'get,set');`,
  ),
  works(
    'H36',
    'enums, namespaces, decorators, accessors, parameter properties, overloads',
    `
enum Level { low, high = 'high', toString = 3, constructor = 4 }
same((Level as any)[0], 'low');
same(Level.toString as any, 3);
const enum Inline { a = 1 << 2, b = a | 1 }
same(Inline.b as number, 5);
namespace Shop { export const valueOf = 1; export namespace Inner { export class Item {} } export function hasOwnProperty() { return 'own'; } }
same(Shop.hasOwnProperty(), 'own');
same(new Shop.Inner.Item() instanceof Shop.Inner.Item, true);
const log: string[] = [];
function traced(method: any, context: ClassMethodDecoratorContext): any {
  context.addInitializer(() => log.push('made'));
  return function (this: any, ...values: any[]) { log.push(String(context.name)); return method.apply(this, values); };
}
function sealed(value: any, _: ClassDecoratorContext): void { Object.seal(value.prototype); }
@sealed
class Order {
  static count = 0;
  #lines: string[] = [];
  accessor total = 0;
  constructor(readonly id: string, private note = 'none') { Order.count += 1; }
  @traced add(line: string): this { this.#lines.push(line); this.total += 1; return this; }
  static { this.count = 10; }
  static isOrder(value: object): boolean { return #lines in value; }
  toString(): string { return this.id + this.note; }
}
same(new Order('1').add('x').total, 1);
same(log.join(), 'made,add');
same(Order.isOrder(new Order('2')), true);
same(Order.count, 12);`,
  ),
  works(
    'H37',
    'generators, iterators, resources that close themselves, weak references',
    `
class Lines extends Iterator<number> { #n = 0; next(): any { return { done: this.#n > 2, value: this.#n++ }; } return(): any { return { done: true }; } }
same(new Lines().map((n) => n + 1).toArray().join(), '1,2,3');
const generator: any = (function* () { yield 1; })(); generator.next = () => ({ done: true }); generator.return = 1; generator.name = 'mine';
same([...generator].length, 0);
const log: string[] = [];
{ using file = { [Symbol.dispose]: () => void log.push('closed') }; void file; }
same(log.join(), 'closed');
const seen: unknown[] = [];
const pages = async function* () { try { yield 1; yield 2; } finally { seen.push('end'); } };
void (async () => { for await (const page of pages()) { seen.push(page); break; } })();
const registry: any = new FinalizationRegistry(() => undefined); registry.register({}, 1); registry.label = 'mine';
const reference: any = new WeakRef({}); reference.deref = () => 'kept'; same(reference.deref(), 'kept');
const proxy: any = new Proxy(class A {}, { get: (t, k) => (k === 'toString' ? () => 'proxy' : Reflect.get(t, k)) }); proxy.toString = 1; proxy.call = 2;
same(proxy.call, 2);
same(Object.groupBy([1, 2], (n) => (n > 1 ? 'many' : 'one')).many!.length, 1);
same(typeof Promise.withResolvers().promise.then, 'function');
same(new Intl.PluralRules('ko').select(1), 'other');
const clone = structuredClone({ at: new Date(0), by: new Map([[1, new Set([2])]]) }); same(clone.by.get(1)!.has(2), true);`,
  ),
  works(
    'H38',
    'names of modules and of the harness in code of its own',
    `
const module = 1, exports = 2, require = (n: number) => n, defineModule = 3, self = 4, console = { log: () => 5 };
export const toString = () => 'export', hasOwnProperty = 1, constructor = 2, valueOf = 3;
export default class { static then = 1; }
export { right as 'a name in words' };
const right = 1;
let undefinedName; void undefinedName;
same(module + exports + require(1) + defineModule + self + console.log(), 16);`,
  ),
  works(
    'H39',
    'a function that becomes a constructor later, and a class behind a proxy',
    `
function Animal(this: any, name: string) { if (!(this instanceof Animal)) return new (Animal as any)(name); this.name = name; }
Animal.prototype.speak = function () { return this.name; };
function Dog(this: any, name: string) { (Animal as any).call(this, name); }
Object.setPrototypeOf(Dog.prototype, Animal.prototype);
Object.setPrototypeOf(Dog, Animal);
(Animal as any).bind = () => 'bound'; (Dog as any).call = () => 'called'; (Dog as any).toString = () => 'Dog';
same((Dog as any).bind(), 'bound');
same(new (Dog as any)('rex').speak(), 'rex');
const Watched = new Proxy(class Account { balance = 0 }, { construct: (target, values, base) => Object.freeze(Reflect.construct(target, values, base)) });
class Savings extends (Watched as any) { }
let threw = false; try { new Savings() as any; (new Savings() as any).balance = 1; } catch { threw = true; } same(threw, true);
const lazy = { get value() { Object.defineProperty(this, 'value', { value: 1 }); return 0; } };
same(lazy.value + lazy.value, 1);`,
  ),
  tests(
    'H40',
    'globals that a test watches and puts back',
    `
for (const [holder, name] of [[globalThis, 'setTimeout'], [globalThis, 'queueMicrotask'], [performance, 'now'], [Math, 'random'], [Date, 'now'], [crypto, 'randomUUID'], [console, 'warn']] as any) {
  const original = holder[name];
  const spy = vi.spyOn(holder, name).mockReturnValue(42);
  expect(holder[name]()).toBe(42);
  spy.mockRestore();
  expect(vi.isMockFunction(holder[name])).toBe(false);
  void original;
}
expect(crypto.randomUUID()).toMatch(/^[0-9a-f-]{36}$/);
(globalThis as any).fetch = vi.fn(async () => ({ ok: true }));
expect((await (fetch as any)('/x')).ok).toBe(true);
expect(f(1)).toBe(2);`,
  ),
  tests(
    'H41',
    'matchers say yes to what is right',
    `
expect(() => a.fail()).toThrow('enough');
expect(() => a.fail()).toThrow(/^Not/);
expect(() => a.fail()).toThrow(a.Refused);
expect(() => { throw 'a text'; }).toThrow('text');
await expect(a.later()).rejects.toThrow('Not enough');
expect(a.value()).toEqual({ name: expect.stringContaining('Mina'), at: expect.any(Date), tags: expect.arrayContaining(['b']), note: expect.stringMatching(/^n/) });
expect(a.value()).not.toEqual(expect.objectContaining({ tags: expect.arrayContaining(['z']) }));
expect(a.tags()).toEqual(new Set(['a', { b: 1 }]));
expect(a.tags()).not.toEqual(new Set(['a', { b: 2 }]));
expect(new Map([['k', [1]]])).toEqual(new Map([['k', [1]]]));
expect(new Map([['k', [1]]])).not.toEqual(new Map([['k', [2]]]));
expect(new a.Tags(['x'])).toEqual(new a.Tags(['x']));
expect(new a.Tags(['x'])).not.toEqual(new a.Tags(['y']));
expect({ deep: [new Set([new Map([[{ k: 1 }, 1]])])] }).toEqual({ deep: [new Set([new Map([[{ k: 1 }, 1]])])] });
expect(['a', 'b']).to.include('a');
expect('abc').to.include('b');
expect(new Set(['a'])).toContain('a');
expect(new Set(['a'])).to.include('a');
expect(Object.create(Object.create(null))).toEqual({});
const holds = (inner: Set<unknown>) => { inner.add(inner); return inner; };
expect(holds(new Set())).toEqual(holds(new Set()));`,
    `
export class Refused extends Error {}
export class Tags extends Set<string> {}
export const f = 1, fail = () => { throw new Refused('Not enough money.'); };
export const later = async () => fail();
export const value = () => ({ name: 'Mina Kim', at: new Date(0), tags: ['a', 'b'], note: 'none' });
export const tags = () => new Set<any>(['a', { b: 1 }]);`,
  ),
];
