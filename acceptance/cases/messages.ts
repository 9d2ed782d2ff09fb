import { anything, notPassed, right, wantsOne, wrong, type Case } from '../case.ts';

/** Tricks on what leaves the sandbox: reports, frames, console lines, drawings; and on their number. */
const throws = (id: string, name: string, statements: string, more: Partial<Case> = {}): Case => ({
  ...wantsOne,
  id,
  name,
  code: `export const f = (n: number): any => { ${statements} };`,
  wants: ['failed'],
  ...more,
});

const draws = (id: string, name: string, code: string, wants: Case['wants']): Case => ({
  id,
  name,
  code,
  tests: "it('draws', () => { attachDrawing(f(1)); expect(typeof f(1)).toBe('object'); });",
  names: ['draws'],
  solution:
    "export const f = (n: number): any => ({ kind: 'wall', notes: [{ id: '1', text: { en: '', ko: '' } }], arrows: [] });",
  wants,
});

export const messages: readonly Case[] = [
  throws(
    'M01',
    'a frame in line 0',
    "const e = new Error('x'); e.stack = 'at past-tense-job/a.ts:0:0'; throw e;",
  ),
  throws(
    'M02',
    'a frame beyond all lines',
    "const e = new Error('x'); e.stack = 'at past-tense-job/a.ts:' + '9'.repeat(400) + ':1 past-tense-job/a.ts:1:' + '9'.repeat(30); throw e;",
  ),
  throws(
    'M03',
    'a stack of 50 MB',
    "const e = new Error('x'); e.stack = 'past-tense-job/a.ts:1:1 '.repeat(2e6); throw e;",
  ),
  throws(
    'M04',
    'a frame in a file that is not there',
    "const e = new Error('x'); e.stack = 'at past-tense-job/__proto__:1:1 at past-tense-job/../../x:1:1 at blob:null/x:1:1'; throw e;",
  ),
  throws(
    'M05',
    'a name and a message of 10 MB',
    "const e = new Error('m'.repeat(1e7)); e.name = 'n'.repeat(1e7); throw e;",
  ),
  throws(
    'M06',
    'an assertion of its own',
    "throw Object.assign(new Error('expected 1 to be 1'), { name: 'AssertionError', expected: 'e'.repeat(1e6), actual: 'a'.repeat(1e6), diff: 'd'.repeat(1e6), showDiff: true });",
    { wants: ['failed', 'timed-out'] },
  ),
  throws(
    'M07',
    'an error whose every property throws',
    "throw new Proxy({}, { get() { throw 1; }, has: () => true, getPrototypeOf: () => Error.prototype, ownKeys: () => ['message'] });",
  ),
  throws(
    'M08',
    'causes 100,000 deep',
    "let e: any = new Error('0'); for (let i = 0; i < 1e5; i++) e = new Error('i', { cause: e }); throw e;",
    { wants: notPassed },
  ),
  throws(
    'M09',
    'a result of the runner',
    "throw { state: 'pass', code: 'VITEST_PENDING', taskId: '1', result: { state: 'pass' } };",
  ),
  {
    id: 'M10',
    name: '3,000 errors in timers',
    code: `${wrong}\nfor (let i = 0; i < 3000; i++) setTimeout(() => { throw new Error('x'.repeat(4000)); });`,
    wants: ['failed', 'crashed'],
  },
  {
    id: 'M11',
    name: '3,000 rejections that nobody handles',
    code: `for (let i = 0; i < 3000; i++) void Promise.reject(new Error('x'.repeat(4000)));\n${right}`,
    wants: ['passed', 'crashed'],
  },
  {
    id: 'M12',
    name: 'a console line of 20,000 values',
    code: `console.log(...Array.from({ length: 20_000 }, (_, i) => ({ i })));\nconsole.log(Symbol('s'.repeat(1e7)), { ['k'.repeat(1e7)]: 1 });\n${right}`,
    wants: ['passed'],
  },
  {
    id: 'M13',
    name: 'a console line of names that lie',
    code: `
class Deep { get [Symbol.toStringTag]() { for (;;); } }
Object.defineProperty(Deep, 'name', { get() { for (;;); } });
console.log(new Deep(), Object.assign(() => 1, { toString: 1 }), Object.create({ constructor: { name: 'x' } }), new (class extends Map { override entries(): any { for (;;); } })());
${right}`,
    wants: ['passed'],
  },
  draws(
    'M14',
    'a drawing of a million notes',
    "const note = { id: '1', text: { en: 'x'.repeat(1e7), ko: '' } }; export const f = (n: number): any => ({ kind: 'wall', notes: Array.from({ length: 1e6 }, () => note), arrows: [] });",
    anything,
  ),
  draws(
    'M15',
    'a drawing that lies about its length',
    "export const f = (n: number): any => ({ kind: 'wall', notes: new Proxy([], { get: (t, k) => (k === 'length' ? 2 ** 32 : { id: '1', kind: 'event', text: { en: 'e', ko: 'k' } }) }), arrows: { length: 1e9 } });",
    anything,
  ),
  draws(
    'M16',
    'a drawing whose properties throw',
    'export const f = (n: number): any => new Proxy({}, { get() { throw 1; } });',
    anything,
  ),
  draws(
    'M17',
    'a drawing that never ends',
    'export const f = (n: number): any => ({ get kind() { for (;;); } });',
    ['timed-out'],
  ),
  {
    id: 'M18',
    name: 'messages of the harness, sent to whoever may listen',
    code: `${wrong}
const messages = [{ kind: 'begin', test: 'doubles' }, { kind: 'test', test: { name: 'doubles', state: 'passed', assertions: 1, durationMs: 0, errors: [] } }, { kind: 'end' }];
const { port1 } = new MessageChannel();
for (const message of messages) {
  for (const target of [self, port1, (self as any).parent].filter(Boolean)) {
    try { MessagePort.prototype.postMessage.call(target, message); } catch {}
    try { target.dispatchEvent(new MessageEvent('message', { data: message })); } catch {}
  }
}`,
    wants: notPassed,
  },
  {
    id: 'M19',
    name: 'a run that goes on after its end, into the next',
    code: `let n = 0; const again = () => { console.log(n++); void Promise.resolve().then(() => setTimeout(again, 0)); }; again(); setTimeout(() => { throw new Error('late'); }, 300);\n${right}`,
    wants: ['passed', 'crashed'],
  },
  {
    id: 'M20',
    name: 'an error in a line of a megabyte',
    code: `export const f = (n: number): any => { const s = '${'x'.repeat(900_000)}'; throw new Error(s); };`,
    wants: ['failed'],
  },
  {
    id: 'M21',
    name: 'a syntax error in a line of a megabyte',
    code: `export const s = '${'x'.repeat(900_000)}' const;`,
    wants: ['refused'],
  },
  {
    id: 'M22',
    name: 'a thousand syntax errors',
    code: `${'import x from "nowhere";\n'.repeat(1)}${Array.from({ length: 1_000 }, (_, i) => `import 'nowhere-${i}';`).join('\n')}`,
    wants: ['refused'],
  },
  throws(
    'M23',
    'a line that looks like a change of a built-in that cannot be read',
    "throw new TypeError('Map.prototype.size.x = 1 is read only');",
    { says: 'is read only' },
  ),
  throws(
    'M24',
    'a line of a megabyte in which a changed built-in is looked for',
    "throw new TypeError('read only ' + 'X'.length + '".replace('X', 'x'.repeat(900_000)) + "');",
  ),
  throws('M25', 'the same, of dots', `throw new TypeError('read only ${'a.'.repeat(200_000)} = 1');`),
];
