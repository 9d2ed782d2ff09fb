/** Code that does not stop, or takes more than there is. */
import { anything, notPassed, right, type Case } from '../case.ts';

export const resources: readonly Case[] = [
  {
    id: 'B01',
    name: 'while(true) at import',
    code: `
while (true) {}
${right}
`,
    wants: ['timed-out'],
  },
  {
    id: 'B02',
    name: 'while(true) in tested function',
    code: `
export const f = (n: number): any => {
  for (;;) {}
};
`,
    wants: ['timed-out'],
  },
  {
    id: 'B03',
    name: 'infinite microtask loop',
    code: `
(async () => {
  for (;;) await 0;
})();
${right}
`,
    wants: ['timed-out'],
  },
  {
    id: 'B05',
    name: 'setTimeout(0) storm left running',
    code: `
const g = () => {
  setTimeout(g, 0);
  setTimeout(g, 0);
};
g();
${right}
`,
    wants: anything,
  },
  {
    id: 'B06',
    name: 'setInterval left running',
    code: `
setInterval(() => console.log('tick'), 1);
${right}
`,
    wants: ['passed'],
  },
  {
    id: 'B07',
    name: 'deep recursion',
    code: `
export const f = (n: number): any => f(n + 1);
`,
    wants: ['failed'],
    // Calls at the end of a function take no stack there, so it never overflows.
    wantsIn: { webkit: ['timed-out'] },
  },
  {
    id: 'B08',
    name: 'mutual recursion inside toString of result',
    code: `
export const f = (n: number): any => ({
  toString() {
    return String(this);
  },
  [Symbol.toPrimitive]() {
    return String(this);
  },
});
`,
    wants: ['failed'],
  },
  {
    id: 'B09',
    name: 'never settling promise',
    code: `
export const f = (n: number): any => new Promise(() => {});
`,
    tests: `
it('one', async () => {
  expect(await f(2)).toBe(4);
});
`,
    names: ['one'],
    wants: ['failed'],
  },
  {
    id: 'B10',
    name: 'catastrophic regexp',
    code: `
export const f = (n: number): any => /^(a+)+$/.test('a'.repeat(40) + 'b');
`,
    wants: ['timed-out'],
    // Gives up a pattern after so many steps, and says that it does not match.
    wantsIn: { webkit: ['failed'] },
  },
  {
    id: 'B12',
    name: 'Array(2**32-1).fill',
    code: `
export const f = (n: number): any => new Array(2 ** 32 - 1).fill(0);
`,
    wants: notPassed,
  },
  {
    id: 'B13',
    name: 'sparse array length 2**32-1 compared',
    code: `
export const f = (n: number): any => {
  const a: any = [];
  a.length = 2 ** 32 - 1;
  return a;
};
`,
    tests: `
it('one', () => {
  expect(a.f(1)).toEqual([1]);
});
`,
    names: ['one'],
    solution: 'export const f = (n: number): any => [1];',
    wants: notPassed,
  },
  {
    id: 'B15',
    name: 'console.log flood 1e6',
    code: `
for (let i = 0; i < 1e6; i++) console.log('line', i);
${right}
`,
    wants: ['passed'],
  },
  {
    id: 'B16',
    name: 'console.log flood endless',
    code: `
for (let i = 0; ; i++) console.log(i);
${right}
`,
    wants: ['timed-out'],
  },
  {
    id: 'B17',
    name: 'console.log 100 MB string',
    code: `
console.log('x'.repeat(1e8));
${right}
`,
    wants: ['passed'],
  },
  {
    id: 'B18',
    name: 'global postMessage flood',
    code: `
for (let i = 0; i < 1e6; i++) (globalThis as any).postMessage?.('x'.repeat(100));
${right}
`,
    wants: anything,
  },
  {
    id: 'B20',
    name: 'nested worker loop survives?',
    code: `
try {
  const W: any = (globalThis as any).Worker;
  const w = new W(URL.createObjectURL(new Blob(['for(;;){}'])));
} catch (e) {
  console.log('noworker');
}
${right}
`,
    wants: anything,
  },
  {
    id: 'B22',
    name: 'WebAssembly loop',
    code: `
try {
  const b = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 9, 1, 7,
    0, 3, 64, 12, 0, 11, 11,
  ]);
  (new WebAssembly.Instance(new WebAssembly.Module(b)) as any).exports.a();
} catch (e) {
  console.log((e as any).name);
}
${right}
`,
    wants: anything,
  },
  {
    id: 'B23',
    name: 'unhandled rejection during run',
    code: `
Promise.reject(new Error('later'));
${right}
`,
    wants: ['passed'],
    says: 'later',
  },
  {
    id: 'B24',
    name: 'unhandled rejection after the end',
    code: `
setTimeout(() => {
  Promise.reject(new Error('late'));
}, 50);
${right}
`,
    wants: ['passed'],
  },
  {
    id: 'B25',
    name: 'uncaught throw in a timer',
    code: `
setTimeout(() => {
  throw new Error('timer');
}, 0);
${right}
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
it('wait', async () => {
  await new Promise((r) => setTimeout(r, 30));
  expect(1).toBe(1);
});
`,
    names: ['doubles', 'deep', 'async', 'wait'],
    wants: ['crashed'],
  },
  {
    id: 'B26',
    name: 'debugger statement',
    code: `
debugger;
${right}
`,
    wants: ['passed'],
  },
  {
    id: 'B27',
    name: '1e5 tests registered by loop in test file',
    code: right,
    tests: `
for (let i = 0; i < 20000; i++)
  it('t' + i, () => {
    expect(1).toBe(1);
  });
`,
    names: [],
    solution: 'none',
    wants: ['crashed', 'timed-out'],
  },
];
