/** Honest code that hardening must not break. */
import type { Case } from '../case.ts';

export const honest: readonly Case[] = [
  {
    id: 'H01',
    name: 'custom error sets name/message',
    code: `
export class E extends Error {
  constructor(m: string) {
    super(m);
    this.name = 'E';
    this.message = '<' + m + '>';
  }
}
export const f = () => {
  throw new E('x');
};
`,
    tests: `
it('one', () => {
  expect(() => a.f()).toThrow(a.E);
  try {
    a.f();
  } catch (e: any) {
    expect(e.name).toBe('E');
    expect(e.message).toBe('<x>');
  }
});
`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H02',
    name: 'function-style prototypes (ES5)',
    code: `
export function A(this: any) {
  this.x = 1;
}
A.prototype.toString = function () {
  return 'A' + this.x;
};
A.prototype.constructor = A;
export function B(this: any) {
  (A as any).call(this);
}
B.prototype = Object.create(A.prototype);
B.prototype.constructor = B;
B.prototype.toString = function () {
  return 'B';
};
`,
    tests: `
it('one', () => {
  expect(String(new (a.A as any)())).toBe('A1');
  expect(String(new (a.B as any)())).toBe('B');
});
`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H04',
    name: 'array subclass / push override on instance',
    code: `
export class S extends Array<number> {
  override push(...x: number[]) {
    return super.push(...x.map((n) => n * 2));
  }
}
export const f = () => {
  const a: any = [];
  a.push = function (x: number) {
    this[this.length] = x + 1;
    return 0;
  };
  a.push(1);
  return a;
};
`,
    tests: `
it('one', () => {
  const s = new a.S();
  s.push(2);
  expect(s[0]).toBe(4);
  expect(a.f()[0]).toBe(2);
});
`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H05',
    name: 'promises, async iterators, generators',
    code: `
export async function* g() {
  yield 1;
  yield 2;
}
export const f = async () => {
  let s = 0;
  for await (const x of g()) s += x;
  return s + (await Promise.all([1, Promise.resolve(2)])).length;
};
`,
    tests: `
it('one', async () => {
  expect(await a.f()).toBe(5);
});
`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H07',
    name: 'fake timers style spying on own object',
    code: `
export const o = {
  n: 0,
  inc() {
    return ++this.n;
  },
};
`,
    tests: `
it('one', () => {
  const s = vi.spyOn(a.o, 'inc');
  a.o.inc();
  expect(s).toHaveBeenCalledOnce();
  s.mockReturnValue(9);
  expect(a.o.inc()).toBe(9);
  s.mockRestore();
});
`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H08',
    name: 'vi.spyOn(console) and vi.spyOn(Math,random)',
    code: `
export const f = () => {
  console.log('hi');
  return Math.random();
};
`,
    tests: `
it('one', () => {
  const s = vi.spyOn(console, 'log').mockImplementation(() => {});
  a.f();
  expect(s).toHaveBeenCalledWith('hi');
});
it('two', () => {
  const s = vi.spyOn(Math, 'random').mockReturnValue(0.5);
  expect(a.f()).toBe(0.5);
  s.mockRestore();
});
`,
    names: ['one', 'two'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H10',
    name: 'polyfill exercise: extend Array.prototype',
    code: `
declare global {
  interface Array<T> {
    last(): T;
  }
}
(Array.prototype as any).last = function () {
  return this[this.length - 1];
};
export const f = (x: number[]) => x.last();
`,
    tests: `
it('one', () => {
  expect(a.f([1, 2])).toBe(2);
});
`,
    names: ['one'],
    solution: 'none',
    wants: ['crashed'],
    says: 'Built-in objects and given classes are locked here, so Array.prototype.last cannot be changed.',
  },
  {
    id: 'H20',
    name: 'the same where the exercise leaves built-ins open',
    code: `
declare global {
  interface Array<T> {
    last(): T;
  }
}
(Array.prototype as any).last = function () {
  return this[this.length - 1];
};
export const f = (x: number[]) => x.last();
`,
    tests: `
it('one', () => {
  expect(a.f([1, 2])).toBe(2);
});
`,
    names: ['one'],
    solution: 'own',
    intrinsics: 'open',
    wants: ['passed'],
  },
  {
    id: 'H11',
    name: 'custom Map/EventEmitter/Proxy/Reflect/WeakRef',
    code: `
export class M extends Map<string, number> {
  override get(k: string) {
    return super.get(k) ?? 0;
  }
}
export const f = () => {
  const p = new Proxy({} as any, { get: (t, k) => Reflect.get(t, k) ?? String(k) });
  const m = new M();
  m.set('a', 1);
  return [p.x, m.get('a'), m.get('b'), new WeakRef(m).deref() === m];
};
`,
    tests: `
it('one', () => {
  expect(a.f()).toEqual(['x', 1, 0, true]);
});
`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H12',
    name: 'Intl, Date, RegExp named groups, structuredClone, URL, TextEncoder, crypto',
    code: `
export const f = () => [
  new Intl.NumberFormat('en').format(1234.5),
  /(?<y>\\d{4})/.exec('in 2026')!.groups!.y,
  structuredClone({ a: 1 }).a,
  new URL('http://x/y?z=1').searchParams.get('z'),
  new TextEncoder().encode('é').length,
  typeof crypto.randomUUID(),
];
`,
    tests: `
it('one', () => {
  expect(a.f()).toEqual(['1,234.5', '2026', 1, '1', 2, 'string']);
});
`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H14',
    name: 'static blocks, WeakMap private state, Symbol.iterator class',
    code: `
export class R {
  #a = 1;
  static n = 0;
  static {
    R.n = 5;
  }
  *[Symbol.iterator]() {
    yield this.#a;
  }
}
`,
    tests: `
it('one', () => {
  expect([...new a.R()]).toEqual([1]);
  expect(a.R.n).toBe(5);
});
`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H16',
    name: 'unhandled rejection handled later',
    code: `
export const f = async () => {
  const p = Promise.reject(new Error('x'));
  await 0;
  return p.catch(() => 1);
};
`,
    tests: `
it('one', async () => {
  expect(await a.f()).toBe(1);
});
`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H17',
    name: 'what was loaded ahead has not run before Run',
    code: `
const counting = globalThis as any;
counting.times = (counting.times ?? 0) + 1;
export const f = (): number => counting.times;
`,
    tests: `it('one', () => { expect(a.f()).toBe(1); });`,
    names: ['one'],
    solution: 'own',
    wants: ['passed'],
  },
  {
    id: 'H18',
    name: 'what the rehearsal of the tests did to given files is not there',
    code: `import { box } from './box.ts';\nexport const f = (): number => { box.count += 1; return box.count; };`,
    given: { './box.ts': 'export const box = { count: 0 };' },
    tests: `it('one', () => { expect(a.f()).toBe(1); });`,
    names: ['one'],
    solution: `import { box } from './box.ts';\nexport const f = (): number => (box.count += 1);`,
    wants: ['passed'],
  },
];
