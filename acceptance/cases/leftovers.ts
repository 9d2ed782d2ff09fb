/** What code leaves behind between tests, between runs and after the end, and what it does to the harness's timers. */
import { anything, notPassed, right, wrong, type Case } from '../case.ts';

export const leftovers: readonly Case[] = [
  {
    id: 'B30',
    name: 'waits for shared memory that nobody changes',
    code: `
const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
export const f = (n: number): any => Atomics.wait(new Int32Array(buffer), 0, 0);`,
    wants: notPassed,
  },
  {
    id: 'B31',
    name: 'callbacks of collected garbage, which throw',
    code: `
const registry = new FinalizationRegistry(() => { throw new Error('collected'); });
let kept: any = [];
for (let i = 0; i < 200; i++) { registry.register({}, i); kept = new Array(1e5).fill(i); }
const reference = new WeakRef(kept); void reference;
${right}`,
    wants: ['passed', 'crashed'],
  },
  {
    id: 'B32',
    name: 'two ports that answer each other for ever',
    code: `
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => port1.postMessage(0);
port2.onmessage = () => port2.postMessage(0);
port1.postMessage(0);
${right}`,
    wants: anything,
  },
  {
    id: 'B33',
    name: 'an error that never says what it is',
    code: 'export const f = (n: number): any => { throw { get message() { for (;;); } }; };',
    wants: ['timed-out'],
  },
  {
    id: 'B34',
    name: 'a list without end',
    code: 'export const f = (n: number): any => ({ *[Symbol.iterator]() { for (;;) yield {}; } });',
    tests: "it('lists', () => { expect([...f(1)]).toHaveLength(1); });",
    names: ['lists'],
    solution: 'export const f = (n: number): any => [n];',
    wants: notPassed,
  },
  {
    id: 'B35',
    name: 'buffers until there is no room left',
    code: `
const kept: unknown[] = [];
export const f = (n: number): any => { for (;;) kept.push(new Uint8Array(1 << 28).fill(1)); };`,
    wants: notPassed,
  },
  {
    id: 'B36',
    name: 'a million timers, and a million promises',
    code: `
for (let i = 0; i < 1e6; i++) setTimeout(() => {}, 1e6);
for (let i = 0; i < 1e6; i++) void Promise.resolve().then(() => {});
${right}`,
    wants: anything,
  },
  {
    id: 'B37',
    name: 'ends every timer, those of the harness included',
    code: `
const stop = () => { const last: any = setTimeout(() => {}); for (let id = 0; id <= last; id++) { clearTimeout(id); clearInterval(id); } void Promise.resolve().then(() => n++ < 1e5 && stop()); };
let n = 0;
export const f = (n: number): any => { stop(); return new Promise(() => {}); };`,
    wants: notPassed,
  },
  {
    id: 'B38',
    name: 'an error reported by itself, and one dispatched',
    code: `${wrong}
(self as any).reportError?.(new Error('reported'));
self.dispatchEvent(new ErrorEvent('error', { error: new Proxy({}, { get() { throw 1; } }), cancelable: true }));
self.dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: { get message() { throw 1; } } }));`,
    wants: notPassed,
  },
  {
    id: 'M30',
    name: 'traces of the run before, in the places where a worker could leave them',
    code: `
const places: any[] = [globalThis, navigator, performance, crypto, location, console, Math.random, setTimeout, self.constructor];
if (self.name === 'seen' || performance.getEntriesByName('seen').length > 0 || places.some((place) => place.seen)) throw new Error('seen');
for (const place of places) try { place.seen = true; } catch {}
try { self.name = 'seen'; } catch {}
performance.mark('seen');
Symbol.for('seen').toString();
${right}`,
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'M31',
    name: 'verdicts written to the console',
    code: `${wrong}
for (const text of ['✓ doubles', JSON.stringify({ kind: 'test', test: { name: 'doubles', state: 'passed' } }), '\\u001b[2J\\u001b[1;1HAll tests passed'])
  for (const level of ['log', 'info', 'debug', 'warn', 'error', 'table', 'group', 'dir', 'clear', 'assert', 'trace', 'count'] as const) (console as any)[level]?.(text);`,
    wants: ['failed'],
  },
  {
    id: 'M32',
    name: 'an answer that is right from the second time on',
    code: `let asked = 0; export const f = (n: number): any => (asked++ === 0 ? 0 : n * 2);`,
    wants: ['failed'],
  },
  {
    id: 'M33',
    name: 'an export that another file of its own sees changed',
    code: `
export let f: any = () => 0;
export const repair = () => { f = (n: number) => n * 2; };`,
    tests:
      "it('is alive', () => { expect(f(1)).toBe(0); (a as any).repair(); expect(f(1)).toBe(2); expect(a.f(1)).toBe(2); });",
    names: ['is alive'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'M34',
    name: 'exports that are thenable',
    code: `export const then = (yes: any) => yes({ f: () => 4 });\n${wrong}`,
    wants: ['failed'],
  },
  {
    id: 'M35',
    name: 'exports whose getters throw, from the second time on',
    code: `
let read = 0;
arguments[2].exports = { get f() { if (read++ > 0) throw Object.assign(new Error('x'), { code: 'VITEST_PENDING' }); return () => 4; } };
export const f = 1;`,
    wants: notPassed,
  },
  {
    id: 'M36',
    name: 'lines of a stack that name the hidden test and the harness',
    code: `
export const f = (n: number): any => {
  const error = new Error('x');
  error.stack = ['Error: x', ...['a.test.ts', '../harness', 'past-tense/index.ts', 'a.ts'].map((path) => 'at f (past-tense-job/' + path + ':1:1)'), '//# sourceMappingURL=data:application/json,{}'].join('\\n');
  throw error;
};`,
    wants: ['failed'],
  },
  {
    id: 'V90',
    name: 'a spy of its own in the place of the one that the test put there',
    code: `
const spy: any = Object.assign(() => {}, { _isMockFunction: true, getMockName: () => 'send', mock: { calls: [['Mina']], results: [], settledResults: [] } });
spy.mock.calls.some = () => true;
export const mailer: any = new Proxy({ send() {} }, { get: (target, key) => (key === 'send' ? spy : Reflect.get(target, key)) });
export const f = (n: number): any => {};`,
    tests:
      "it('sends', () => { vi.spyOn((a as any).mailer, 'send'); f(1); expect((a as any).mailer.send).toHaveBeenCalledWith('Jun'); });",
    names: ['sends'],
    solution:
      "export const mailer: any = { send() {} };\nexport const f = (n: number): any => mailer.send('Jun');",
    wants: notPassed,
  },
  {
    id: 'V91',
    name: 'a clock that makes every test short',
    code: `
performance.now = () => 0; Date.now = () => 0;
(globalThis as any).Date.prototype.seen = 1;
export const f = (n: number): any => 0;`,
    wants: notPassed,
  },
  {
    id: 'V92',
    name: 'its own globals for the test: console, performance, timers, URL, events',
    code: `
const anything: any = new Proxy(function () {}, { get: (_, key) => (key === Symbol.toPrimitive ? () => 4 : anything), apply: () => anything, construct: () => anything });
for (const name of Object.getOwnPropertyNames(globalThis)) if (!/^(undefined|NaN|Infinity)$/.test(name)) try { (globalThis as any)[name] = anything; } catch {}
for (const name of ['URL', 'Event', 'AbortController', 'setTimeout', 'console', 'performance', 'crypto', 'queueMicrotask', 'globalThis', 'self', 'TextEncoder', 'Blob', 'MessagePort']) try { Object.defineProperty(globalThis, name, { value: anything }); } catch {}
${wrong}`,
    wants: notPassed,
  },
  {
    id: 'V93',
    name: 'the chain of the global object cut and spliced',
    code: `
for (const parent of [null, { expect: () => 1 }, new Proxy({}, { has: () => true, get: () => () => 4 })]) try { Object.setPrototypeOf(globalThis, parent); } catch {}
try { Object.setPrototypeOf(Object.getPrototypeOf(globalThis), new Proxy({}, { has: () => true, get: () => () => 4 })); } catch {}
${wrong}`,
    wants: notPassed,
  },
];
