import vm from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../compiler/bundle-script.ts';

let script: string;
beforeAll(async () => {
  script = await bundleScript('src/sandbox/lock-built-ins.ts', 'node', { globalName: 'locks' });
});

/** The global object of a `vm` context cannot be locked itself, so its content is. */
const lockAll = `locks.lockBuiltIns(
  Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, globalThis[name]])),
);`;

/** Runs code in a realm of its own whose built-ins are locked; strictly, as modules are. */
function inLockedRealm(code: string): unknown {
  const realm = vm.createContext({ console });
  vm.runInContext(`${script}\n${lockAll}`, realm);
  return vm.runInContext(`(() => { 'use strict'; ${code} })()`, realm);
}

const attempt = (change: string) =>
  inLockedRealm(`try { ${change}; return 'changed'; } catch (error) { return error.name; }`);

describe('what cannot be changed', () => {
  it.each([
    'Object.is = () => true',
    'Object.prototype.extra = 1',
    'Array.prototype.map = () => []',
    'Array.prototype[Symbol.iterator] = function* () {}',
    "Object.defineProperty(Array.prototype, '0', { set() {} })",
    'Promise.prototype.then = () => {}',
    'delete RegExp.prototype.exec',
    'Object.setPrototypeOf(Map.prototype, {})',
    'Error.prepareStackTrace = () => 1',
    'Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })',
    'Object.getPrototypeOf(function* () {}).prototype.next = () => ({ done: true })',
    'Object.getPrototypeOf(async () => {}).constructor.prototype.extra = 1',
    'Object.getPrototypeOf(Int8Array).prototype.fill = () => 1',
    "Object.getPrototypeOf(''.matchAll(/x/g)).next = 1",
    'JSON.stringify = () => 4',
    'Intl.NumberFormat.prototype.format = 1',
    'Object.getPrototypeOf([].values().map(String)).next = 1',
    'Object.getPrototypeOf(Iterator.from({ next() {} })).next = 1',
    'Map.groupBy = () => 1',
  ])('%s', (change) => {
    expect(attempt(change)).toBe('TypeError');
  });
});

describe('what can be done as before', () => {
  it.each([
    ["const e = new Error('a'); e.name = 'Mine'; e.message = 'b'; return String(e)", 'Mine: b'],
    ['const o = {}; o.toString = () => 1; o.constructor = 2; return Object.keys(o).length', 2],
    [
      'class A extends Array { push(n) { return super.push(n * 2); } } const a = new A(); a.push(1); return a[0]',
      2,
    ],
    [
      "function A() {} A.prototype.toString = () => 'a'; A.prototype.constructor = A; return String(new A())",
      'a',
    ],
    ['const m = new Map(); m.get = () => 7; return m.get(1)', 7],
    ['class E extends Error {} E.captureStackTrace = () => 1; return E.captureStackTrace()', 1],
    ['class D extends Date {} D.now = D.UTC = () => 2; return D.UTC() + typeof Date.now()', '2number'],
    ['class L extends Array {} L.from = () => 3; return L.from([]) + Array.from([4])[0]', 7],
    ['Math.random = () => 4; Date.now = () => 3; return Math.random() + Date.now()', 7],
    ['Error.stackTraceLimit = 3; return Error.stackTraceLimit', 3],
    ['return [3, 1].toSorted().map((n) => n + 1).join()', '2,4'],
    ['return typeof Symbol.dispose', 'symbol'],
    ['return Object.create({ get x() { return 1; } }).x', 1],
  ])('%s', (code, value) => {
    expect(inLockedRealm(code)).toBe(value);
  });

  it('names what the assignment would have replaced', () => {
    expect(
      inLockedRealm('try { String.prototype.trim = 1; } catch (error) { return error.message; }'),
    ).toContain('String.prototype.trim cannot be changed');
  });

  it('keeps what V8 watches as plain properties', () => {
    expect(
      inLockedRealm(`const isGetter = (holder, key) => !('value' in Object.getOwnPropertyDescriptor(holder, key));
        return [Array, Promise, RegExp, ArrayBuffer, Uint8Array, Object.getPrototypeOf(Uint8Array)]
          .map(({ prototype }) => [prototype, 'constructor'])
          .concat([[], new Map(), new Set(), ''].map((values) => [Object.getPrototypeOf(values[Symbol.iterator]()), 'next']))
          .filter(([holder, key]) => isGetter(holder, key)).length`),
    ).toBe(0);
  });
});

describe('functions that are locked by themselves', () => {
  const inRealm = (code: string) =>
    vm.runInContext(
      `${script}\n(() => { 'use strict'; class Root { events() { return []; } } locks.lockFunctions({ Root }); ${code} })()`,
      vm.createContext({}),
    ) as unknown;

  it('keep their methods and leave the language open', () => {
    expect(inRealm('try { Root.prototype.events = 1; } catch (error) { return error.message; }')).toContain(
      'Root.prototype.events cannot be changed',
    );
    expect(inRealm('Object.prototype.extra = 1; return ({}).extra')).toBe(1);
  });

  it('keep what they inherit from classes that are nowhere exported', () => {
    expect(
      inRealm(
        'class Base { at() {} } class Shop extends Base {} locks.lockFunctions({ Shop }); try { Base.prototype.at = 1; } catch (error) { return error.message; }',
      ),
    ).toContain('Base.prototype.at cannot be changed');
  });

  it('take nothing new, whoever asks whether something is an instance', () => {
    expect(
      inRealm(
        'try { Object.defineProperty(Root, Symbol.hasInstance, { value: () => true }); } catch { return {} instanceof Root; }',
      ),
    ).toBe(false);
  });

  it('can go on counting in their fields', () => {
    expect(
      inRealm(
        'class Till { static sold = 0; static sell() { return ++this.sold; } } locks.lockFunctions({ Till }); Till.sell(); return Till.sell();',
      ),
    ).toBe(2);
  });

  it('can be extended, with a member of the same name', () => {
    expect(
      inRealm(
        'class User extends Root { constructor() { super(); this.events = () => [1]; } } return new User().events().length',
      ),
    ).toBe(1);
  });
});
