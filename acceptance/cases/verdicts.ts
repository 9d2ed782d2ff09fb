/** Wrong solutions that try to be taken for right ones. */
import { anything, notPassed, right, wrong, type Case } from '../case.ts';

export const verdicts: readonly Case[] = [
  {
    id: 'V01',
    name: 'plain wrong solution',
    code: wrong,
    wants: notPassed,
  },
  {
    id: 'V02',
    name: 'spoof with global postMessage',
    code: `
${wrong}
(globalThis as any).postMessage?.({ k: 'test', name: 'doubles', state: 'pass' });
try {
  DedicatedWorkerGlobalScope.prototype.postMessage.call(self, {
    k: 'end',
    files: [{ state: 'pass' }],
  });
} catch {}
`,
    wants: notPassed,
  },
  {
    id: 'V03',
    name: 'rewrite MessagePort.prototype.postMessage',
    code: `
${wrong}
const o = MessagePort.prototype.postMessage;
MessagePort.prototype.postMessage = function (m: any) {
  if (m && m.k === 'test') {
    m.state = 'pass';
    m.noassert = false;
  }
  if (m && m.k === 'end') m.files[0].state = 'pass';
  return o.call(this, m);
} as any;
`,
    wants: notPassed,
  },
  {
    id: 'V04',
    name: 'steal port with message listener',
    code: `
${wrong}
(self as any).addEventListener(
  'message',
  (e: any) => {
    e.ports?.[0]?.postMessage({ k: 'end', files: [{ state: 'pass' }] });
  },
  true,
);
`,
    wants: notPassed,
  },
  {
    id: 'V05',
    name: 'own MessageChannel + message event re-dispatch',
    code: `
${wrong}
const mc = new MessageChannel();
self.dispatchEvent(new MessageEvent('message', { data: {}, ports: [mc.port2] }));
`,
    wants: notPassed,
  },
  {
    id: 'V06',
    name: 'Object.is always true',
    code: `
${wrong}
Object.is = () => true;
Object.keys = () => [];
Object.prototype.hasOwnProperty = () => true;
`,
    wants: notPassed,
  },
  {
    id: 'V08',
    name: 'Array.prototype[@@iterator] empty',
    code: `
${wrong}
(Array.prototype as any)[Symbol.iterator] = function* () {};
`,
    wants: notPassed,
  },
  {
    id: 'V09',
    name: 'Array.prototype.map/forEach/some/filter no-op',
    code: `
${wrong}
for (const k of ['map', 'forEach', 'some', 'filter', 'every', 'includes'])
  (Array.prototype as any)[k] = () => [];
`,
    wants: notPassed,
  },
  {
    id: 'V10',
    name: 'numeric setter on Array.prototype',
    code: `
${wrong}
Object.defineProperty(Array.prototype, '0', {
  set(v) {},
  get() {
    return undefined;
  },
  configurable: true,
});
`,
    wants: notPassed,
  },
  {
    id: 'V11',
    name: 'Promise.prototype.then swallows rejections',
    code: `
${wrong}
const t = Promise.prototype.then;
(Promise.prototype as any).then = function (a: any, b: any) {
  return t.call(this, a, b ? () => a?.() : undefined);
};
Promise.prototype.catch = function () {
  return this as any;
};
`,
    wants: notPassed,
  },
  {
    id: 'V13',
    name: 'Function.prototype.call/apply no-op',
    code: `
${wrong}
Function.prototype.call = function () {
  return undefined;
} as any;
Function.prototype.apply = function () {
  return undefined;
} as any;
`,
    wants: notPassed,
  },
  {
    id: 'V14',
    name: 'Reflect.* replaced',
    code: `
${wrong}
Reflect.get = () => true as any;
Reflect.apply = (() => true) as any;
Reflect.ownKeys = () => [];
`,
    wants: notPassed,
  },
  {
    id: 'V15',
    name: 'jest matchers global: customEqualityTesters',
    code: `
const o: any = (globalThis as any)[Symbol.for('$$jest-matchers-object')];
o?.customEqualityTesters.push(() => true);
export const f = (n: number): any => 0;
`,
    tests: `
it('one', () => {
  expect({ v: f(2) }).toEqual({ v: 4 });
});
`,
    names: ['one'],
    wants: notPassed,
  },
  {
    id: 'V16',
    name: 'jest matchers global: replace matchers on chai via registry',
    code: `
${wrong}
const o: any = (globalThis as any)[Symbol.for('$$jest-matchers-object')];
if (o) for (const k in o.matchers) o.matchers[k] = () => ({ pass: true, message: () => '' });
const m: any = (globalThis as any)[Symbol.for('matchers-object')];
`,
    wants: notPassed,
  },
  {
    id: 'V17',
    name: 'globalThis.expect / it / test replaced',
    code: `
${wrong}
const P: any = new Proxy(function () {}, { get: () => P, apply: () => P });
Object.assign(globalThis, { expect: P, it: P, test: P, describe: P });
`,
    wants: notPassed,
  },
  {
    id: 'V18',
    name: 'forged asymmetric matcher as return value',
    code: `
export const f = (n: number): any => ({
  $$typeof: Symbol.for('jest.asymmetricMatcher'),
  asymmetricMatch: () => true,
  toString() {
    return 'x';
  },
});
`,
    tests: `
it('one', () => {
  expect({ v: f(2) }).toEqual({ v: 4 });
});
it('two', () => {
  expect(f(2)).toStrictEqual([4]);
});
`,
    names: ['one', 'two'],
    solution: 'none',
    wants: notPassed,
  },
  {
    id: 'V19',
    name: 'Object.prototype pollution: fails/skip/mode/only',
    code: `
${wrong}
for (const k of ['fails', 'skip', 'only', 'todo'])
  try {
    (Object.prototype as any)[k] = true;
  } catch {}
try {
  (Object.prototype as any).mode = 'skip';
} catch {}
`,
    wants: notPassed,
  },
  {
    id: 'V21',
    name: 'Object.prototype.then pollution',
    code: `
${wrong}
try {
  (Object.prototype as any).then = function (r: any) {
    r && r();
  };
} catch {}
`,
    wants: notPassed,
  },
  {
    id: 'V22',
    name: 'Error constructor replaced',
    code: `
${wrong}
(globalThis as any).Error = class {};
(globalThis as any).TypeError = class {};
`,
    wants: notPassed,
  },
  {
    id: 'V23',
    name: 'Error.prepareStackTrace + getThis()/getFunction() leak',
    code: `
${wrong}
(Error as any).prepareStackTrace = (e: any, s: any[]) => {
  for (const cs of s) {
    const t = cs.getThis?.(),
      fn = cs.getFunction?.();
    if ((t && t !== globalThis) || fn)
      console.log('LEAK', typeof t, typeof fn, cs.getFunctionName?.());
  }
  return '';
};
`,
    tests: `
it('doubles', () => {
  expect(f(2)).toBe(4);
});
it('deep', () => {
  expect({ v: f(3) }).toEqual({ v: 6 });
});
it('async', async () => {
  await expect(Promise.resolve(f(4))).resolves.toBe(8);
});
it('p', () => {
  new Error('x').stack;
  expect(f(1)).toBe(2);
});
`,
    names: ['doubles', 'deep', 'async', 'p'],
    neverSays: 'LEAK',
    wants: notPassed,
  },
  {
    id: 'V25',
    name: 'arguments.callee.caller walk',
    code: `
export const f = (n: number): any => {
  try {
    const g = Function('return arguments.callee.caller');
    const x = g();
    if (x) console.log('LEAK', String(x).slice(0, 50));
  } catch (e) {}
  return 0;
};
`,
    neverSays: 'LEAK',
    wants: notPassed,
  },
  {
    id: 'V26',
    name: 'Date.now / performance.now / setTimeout replaced',
    code: `
${wrong}
Date.now = () => 0;
performance.now = () => 0;
(globalThis as any).setTimeout = (f: any) => {
  f();
  return 0;
};
(globalThis as any).clearTimeout = () => {};
(globalThis as any).queueMicrotask = () => {};
`,
    wants: notPassed,
  },
  {
    id: 'V27',
    name: 'setTimeout disabled + never settling test',
    code: `
(globalThis as any).setTimeout = () => 0;
export const f = (n: number): any => new Promise(() => {});
`,
    tests: `
it('one', async () => {
  expect(await f(2)).toBe(4);
});
`,
    names: ['one'],
    wants: notPassed,
  },
  {
    id: 'V28',
    name: 'close the worker early',
    code: `
${wrong}
try {
  (self as any).close?.();
} catch {}
try {
  DedicatedWorkerGlobalScope.prototype.close.call(self);
} catch {}
`,
    wants: notPassed,
  },
  {
    id: 'V29',
    name: 'throw during import',
    code: `
${wrong}
throw new Error('boom');
`,
    wants: notPassed,
  },
  {
    id: 'V30',
    name: 'throw during import + registers own passing tests',
    code: `
${wrong}
(globalThis as any).it?.('doubles', () => {});
throw 0;
`,
    wants: notPassed,
  },
  {
    id: 'V31',
    name: 'RegExp/String prototype patch',
    code: `
RegExp.prototype.test = () => true;
RegExp.prototype.exec = () => ['x'] as any;
(String.prototype as any).match = () => ['x'];
(String.prototype as any).includes = () => true;
export const f = (n: number): any => 'nope';
`,
    tests: `
it('one', () => {
  expect(f(2)).toMatch(/^yes$/);
});
it('two', () => {
  expect(f(2)).toContain('yes');
});
`,
    names: ['one', 'two'],
    solution: "export const f = (n: number): any => 'yes';",
    wants: notPassed,
  },
  {
    id: 'V33',
    name: 'Symbol.hasInstance / instanceof lies',
    code: `
${wrong}
try {
  Object.defineProperty(Error, Symbol.hasInstance, { value: () => false });
} catch {}
try {
  Object.defineProperty(Function.prototype, Symbol.hasInstance, { value: () => true });
} catch {}
`,
    wants: notPassed,
  },
  {
    id: 'V34',
    name: 'Object.defineProperty/assign/freeze patched',
    code: `
${wrong}
Object.defineProperty = (o: any) => o;
Object.assign = (o: any) => o;
Object.entries = () => [];
Object.getOwnPropertyNames = () => [];
Object.getPrototypeOf = () => null;
`,
    wants: notPassed,
  },
  {
    id: 'V36',
    name: 'swallow error events',
    code: `
${wrong}
(self as any).onerror = () => true;
(self as any).addEventListener('error', (e: any) => e.stopImmediatePropagation(), true);
(self as any).addEventListener(
  'unhandledrejection',
  (e: any) => e.stopImmediatePropagation(),
  true,
);
`,
    wants: notPassed,
  },
  {
    id: 'V37',
    name: 'import vitest from solution',
    code: `
import { expect } from 'vitest';
expect.extend({ toBe: () => ({ pass: true, message: () => '' }) } as any);
export const f = (n: number): any => 0;
`,
    wants: ['refused'],
  },
  {
    id: 'V38',
    name: 'import the hidden test from solution',
    code: `
import './a.test.ts';
export const f = (n: number): any => 0;
`,
    wants: ['refused'],
  },
  {
    id: 'V39',
    name: 'direct eval to reach bundle scope',
    code: `
${wrong}
try {
  eval('api=null;expect=()=>({toBe(){},toEqual(){},resolves:{toBe(){}}});Hl=null');
} catch (e) {
  console.log('ev', (e as any).name);
}
`,
    wants: notPassed,
  },
  {
    id: 'V40',
    name: 'string/comment break-out of the job wrapper',
    code: `
export const s = '*/});__boot(()=>({}),()=>{});/*';
/*! </script>*/ //# sourceMappingURL=x
export const f = (n: number): any => 0;
`,
    wants: notPassed,
  },
  {
    id: 'V41',
    name: 'second __boot call',
    code: `
${wrong}
try {
  (globalThis as any).__boot(
    () => ({}),
    () => {},
  );
} catch (e) {}
`,
    wants: notPassed,
  },
  {
    id: 'V42',
    name: 'test without assertion (author fault) is not a pass',
    code: right,
    tests: `
it('one', () => {
  f(1);
});
`,
    names: ['one'],
    solution: 'none',
    wants: notPassed,
  },
  {
    id: 'V44',
    name: 'valueOf/Symbol.toPrimitive object for number',
    code: `
export const f = (n: number): any => ({
  valueOf() {
    return n * 2;
  },
  [Symbol.toPrimitive]() {
    return n * 2;
  },
});
`,
    wants: notPassed,
  },
  {
    id: 'V45',
    name: 'globalThis.URL replaced, hasInstance true',
    code: `
${wrong}
(globalThis as any).URL = class {
  static [Symbol.hasInstance]() {
    return true;
  }
};
`,
    tests: `
it('one', () => {
  expect({ v: a.f(2) }).toEqual({ v: 4 });
});
`,
    names: ['one'],
    wants: notPassed,
  },
  {
    id: 'V47',
    name: 'new globals that libraries probe (Node, Element, Buffer, Temporal, process, document, window)',
    code: `
${wrong}
for (const k of [
  'Node',
  'Element',
  'HTMLElement',
  'Buffer',
  'Temporal',
  'process',
  'document',
  'window',
  'Deno',
  'jest',
  'chai',
])
  (globalThis as any)[k] = new Proxy(
    class {
      static [Symbol.hasInstance]() {
        return true;
      }
    },
    {
      get: (t, p) =>
        p === Symbol.hasInstance
          ? () => true
          : class {
              static [Symbol.hasInstance]() {
                return true;
              }
            },
    },
  );
`,
    tests: `
it('one', () => {
  expect({ v: a.f(2) }).toEqual({ v: 4 });
});
`,
    names: ['one'],
    wants: notPassed,
  },
  {
    id: 'V49',
    name: "throws the runner's own skip signal",
    code: `
export const f = (n: number): any => {
  throw Object.assign(new Error('skip'), { code: 'VITEST_PENDING', name: 'PendingError' });
};
`,
    wants: notPassed,
  },
  {
    id: 'V51',
    name: 'mutating a mock handed to the solution (test author hazard)',
    code: `
export const f = (cb: any): any => {
  cb.mock?.calls?.push([42]);
};
`,
    tests: `
it('one', () => {
  const cb = vi.fn();
  f(cb);
  expect(cb).toHaveBeenCalledWith(42);
});
`,
    names: ['one'],
    solution: 'export const f = (cb: any): any => cb(42);',
    wants: anything,
  },
];
