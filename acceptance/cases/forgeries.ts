/** Values and classes that try to answer for themselves when a matcher asks them. */
import { notPassed, type Case } from '../case.ts';

/** `code` forges; `tests` asks for something that it does not do. */
const forged = (id: string, name: string, code: string, test: string, solution: string): Case => ({
  id,
  name,
  code,
  tests: `it('asks', async () => { ${test} });`,
  names: ['asks'],
  solution,
  wants: notPassed,
});

const refuses = "export const f = (n: number): any => { throw new Error('Not enough money.'); };";

/** A given file, whose classes the learner's code and the hidden tests share. */
const given = {
  './given.ts': `
export class PaymentRefused extends Error {
  override readonly name = 'PaymentRefused';
}
export class Ledger {
  static opened = 0;
  #entries: string[] = [];
  constructor() { Ledger.opened += 1; }
  write(entry: string) { this.#entries.push(entry); }
  entries(): readonly string[] { return [...this.#entries]; }
}
export function total(amounts: readonly number[]): number {
  total.calls += 1;
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
total.calls = 0;
`,
};

const shares = (id: string, name: string, code: string, more: Partial<Case> = {}): Case => ({
  id,
  name,
  given,
  code: `import { Ledger, PaymentRefused, total } from './given.ts';\n${code}`,
  tests: `
import { Ledger, PaymentRefused, total } from './given.ts';
it('writes', () => { const ledger = new Ledger(); f(ledger); expect(ledger.entries()).toEqual(['paid']); });
it('refuses', () => { expect(() => f(undefined)).toThrow(PaymentRefused); });
it('adds up', () => { expect(total([1, 2])).toBe(3); });
`,
  names: ['writes', 'refuses', 'adds up'],
  solution: `
import { PaymentRefused } from './given.ts';
export const f = (ledger: any): any => { if (!ledger) throw new PaymentRefused(); ledger.write('paid'); };`,
  wants: notPassed,
  ...more,
});

const almost =
  "export const f = (ledger: any): any => { if (!ledger) throw new Error('no'); ledger.write('paid'); };";
const silent = 'export const f = (ledger: any): any => { if (!ledger) throw new PaymentRefused(); };';

export const forgeries: readonly Case[] = [
  forged(
    'V60',
    'a message that contains every text',
    'export const f = (n: number): any => { throw { message: { indexOf: () => 0, includes: () => true } }; };',
    "expect(() => f(1)).toThrow('Not enough money');",
    refuses,
  ),
  forged(
    'V61',
    'an error whose message is no text',
    "export const f = (n: number): any => { throw Object.assign(new Error(), { message: ['Not enough money.'] }); };",
    'expect(() => f(1)).toThrow(/enough/);',
    refuses,
  ),
  forged(
    'V62',
    'a rejection whose message contains every text',
    'export const f = async (n: number): Promise<any> => { throw { message: { indexOf: () => 0 } }; };',
    "await expect(f(1)).rejects.toThrow('Not enough money');",
    refuses.replace('(n: number): any', 'async (n: number): Promise<any>'),
  ),
  forged(
    'V63',
    'an object that calls itself a string and contains every text',
    "export const f = (n: number): any => ({ name: { [Symbol.toStringTag]: 'String', includes: () => true, indexOf: () => 0 } });",
    "expect(f(1)).toEqual({ name: expect.stringContaining('Mina') });",
    "export const f = (n: number): any => ({ name: 'Mina Kim' });",
  ),
  forged(
    'V64',
    'an object that calls itself a string and is printed as one',
    "export const f = (n: number): any => ({ name: { [Symbol.toStringTag]: 'String', toString: () => 'Mina' } });",
    'expect(f(1)).toEqual({ name: expect.stringMatching(/^Mina/) });',
    "export const f = (n: number): any => ({ name: 'Mina Kim' });",
  ),
  forged(
    'V65',
    'a list of which everything is a part',
    'export const f = (n: number): any => Object.assign([], { some: () => true, includes: () => true, indexOf: () => 0 });',
    "expect(f(1)).toEqual(expect.arrayContaining(['a']));",
    "export const f = (n: number): any => ['a', 'b'];",
  ),
  forged(
    'V66',
    'a list of which everything is a part, asked in words',
    'export const f = (n: number): any => Object.assign([], { some: () => true, includes: () => true, indexOf: () => 0 });',
    "expect(f(1)).to.include('a');",
    "export const f = (n: number): any => ['a', 'b'];",
  ),
  forged(
    'V67',
    'a set that holds nothing and says two',
    `export const f = (n: number): any => {
  const set = new Set();
  Object.defineProperty(set, 'size', { value: 2 });
  Object.defineProperty(set, Symbol.iterator, { value: function* () {} });
  return set;
};`,
    "expect(f(1)).toEqual(new Set(['a', 'b']));",
    "export const f = (n: number): any => new Set(['a', 'b']);",
  ),
  forged(
    'V68',
    'an object that calls itself a map and holds nothing',
    "export const f = (n: number): any => ({ __proto__: { constructor: Map, size: 1, [Symbol.toStringTag]: 'Map', *[Symbol.iterator]() {} } });",
    "expect(f(1)).toEqual(new Map([['a', 1]]));",
    "export const f = (n: number): any => new Map([['a', 1]]);",
  ),
  forged(
    'V69',
    'promises of its own, which never call back',
    `export const f = (n: number): any => {
  const promise: any = Promise.resolve(0);
  promise.then = () => Promise.resolve(4);
  promise.constructor = Promise;
  return promise;
};`,
    'await expect(f(2)).resolves.toBe(4);',
    'export const f = async (n: number): Promise<any> => n * 2;',
  ),
  forged(
    'V70',
    'a promise that is rejected with everything',
    `class Always extends Promise<any> {
  override then(yes: any, no: any): any { return super.then(() => undefined, () => undefined); }
}
export const f = (n: number): any => new Always((yes) => yes(0));`,
    "await expect(f(2)).rejects.toThrow('Not enough money');",
    refuses.replace('(n: number): any', 'async (n: number): Promise<any>'),
  ),
  forged(
    'V71',
    'a class that is another',
    'export const f = (n: number): any => new Proxy({}, { getPrototypeOf: () => Error.prototype, get: (_, key) => (key === "message" ? "" : undefined) });',
    "expect(f(1)).toBeInstanceOf(Error); expect(f(1).message).toBe('Not enough money.');",
    "export const f = (n: number): any => new Error('Not enough money.');",
  ),
  forged(
    'V81',
    'an object that calls itself a moment and equals every other',
    "export const f = (n: number): any => ({ [Symbol.toStringTag]: 'Temporal.Instant', equals: () => true });",
    `const { Temporal } = globalThis as any;
  expect(f(1)).toEqual(Temporal ? Temporal.Instant.fromEpochMilliseconds(1) : 'none');`,
    `const { Temporal } = globalThis as any;
export const f = (n: number): any => (Temporal ? Temporal.Instant.fromEpochMilliseconds(n) : 'none');`,
  ),
  forged(
    'V72',
    'helpers of iterators that give what is wanted',
    `const helpers: any = Object.getPrototypeOf([].values().map((x) => x));
helpers.next = () => ({ done: true, value: undefined });
export const f = (n: number): any => [0];`,
    'expect(f(1).values().filter((x: any) => x === 0).toArray()).toEqual([]);',
    'export const f = (n: number): any => [1];',
  ),
  forged(
    'V73',
    'a copy that is the original',
    `globalThis.structuredClone = (value: any): any => value;
export const f = (list: any): any => { list.push(1); };`,
    'const list: any = []; const before = structuredClone(list); f(list); expect(list).toEqual(before);',
    'export const f = (list: any): any => {};',
  ),
  forged(
    'V74',
    'a limit of stacks that is asked for and throws',
    `let asked = 0;
Object.defineProperty(Error, 'stackTraceLimit', { get: () => 10, set() { if (asked++ > 0) throw Object.assign(new Error('skip'), { code: 'VITEST_PENDING' }); } });
export const f = (n: number): any => 0;`,
    'expect(f(2)).toBe(4);',
    'export const f = (n: number): any => n * 2;',
  ),
  forged(
    'V75',
    'another parent for the error of assertions',
    `export const f = (check: any): any => {
  try { check(); } catch (error: any) {
    const { constructor } = error;
    Object.setPrototypeOf(constructor, class { constructor() { return Object.assign(Object.create(constructor.prototype), { code: 'VITEST_PENDING' }); } });
  }
};`,
    'f(() => expect(1).toBe(2)); expect(1).toBe(2);',
    'none',
  ),
  shares(
    'V76',
    'whatever is thrown is an instance of the given class',
    `${almost}\nObject.defineProperty(PaymentRefused, Symbol.hasInstance, { value: () => true });`,
  ),
  shares(
    'V77',
    'a method of a given class that tells what the test wants to hear',
    `${silent}\nLedger.prototype.entries = () => ['paid'];`,
    { says: 'Ledger.prototype.entries cannot be changed' },
  ),
  shares(
    'V78',
    'a method of a given class, found by way of what the test hands over',
    `export const f = (ledger: any): any => {
  if (!ledger) throw new PaymentRefused();
  Object.getPrototypeOf(ledger).entries = () => ['paid'];
};`,
  ),
  shares(
    'V79',
    'a getter in the place of a given class',
    `${silent}
const load: any = require;
const file = load('./given.ts');
for (const replace of [
  () => Object.defineProperty(file, 'Ledger', { value: class { entries() { return ['paid']; } } }),
  () => { file.Ledger = class { entries() { return ['paid']; } }; },
  () => { delete file.Ledger; },
  () => Object.setPrototypeOf(Ledger.prototype, { entries: () => ['paid'] }),
]) try { replace(); } catch {}`,
  ),
  shares(
    'V80',
    'an honest use of given classes: extended, told apart, counted',
    `
class Loud extends Ledger { override write(entry: string) { super.write(entry); } }
(Loud.prototype as any).entries = () => ['loud'];
if (new Loud().entries()[0] !== 'loud' || Ledger.opened < 1) throw new Error('not mine');
total([1]);
const mine: any = new PaymentRefused('no');
mine.message = 'changed';
if (mine.message !== 'changed' || total.calls < 1) throw new Error('not mine');
export const f = (ledger: any): any => {
  if (!ledger) throw new PaymentRefused();
  if (!(ledger instanceof Ledger)) return;
  const write = ledger.write.bind(ledger);
  (ledger as any).write = (entry: string) => write(entry);
  ledger.write('paid');
};`,
    { wants: ['passed'], neverSays: 'locked' },
  ),
];
