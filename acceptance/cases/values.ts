/** Values that a learner's code returns, throws or prints, and that nothing which reports them may choke on. */
import { notPassed, right, wantsOne, type Case } from '../case.ts';

export const values: readonly Case[] = [
  {
    ...wantsOne,
    id: 'R01',
    name: 'throwing toString',
    code: `
export const f = (n: number): any => {
  return {
    toString() {
      throw new Error('ts');
    },
    valueOf() {
      throw new Error('vo');
    },
  };
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R02',
    name: 'throwing toJSON',
    code: `
export const f = (n: number): any => {
  return {
    toJSON() {
      throw new Error('tj');
    },
  };
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R03',
    name: 'lying Symbol.toStringTag',
    code: `
export const f = (n: number): any => {
  return {
    get [Symbol.toStringTag]() {
      return 'Array';
    },
    length: 1e9,
  };
};
`,
    wants: ['failed', 'timed-out'],
  },
  {
    ...wantsOne,
    id: 'R04',
    name: 'throwing Symbol.toStringTag',
    code: `
export const f = (n: number): any => {
  return {
    get [Symbol.toStringTag]() {
      throw new Error('tag');
    },
  };
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R06',
    name: 'revoked Proxy',
    code: `
export const f = (n: number): any => {
  const p = Proxy.revocable({}, {});
  p.revoke();
  return p.proxy;
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R07',
    name: 'Proxy with infinite loop trap',
    code: `
export const f = (n: number): any => {
  return new Proxy(
    {},
    {
      ownKeys() {
        for (;;) {}
      },
    },
  );
};
`,
    wants: ['timed-out'],
  },
  {
    ...wantsOne,
    id: 'R09',
    name: 'getter with while(true)',
    code: `
export const f = (n: number): any => {
  return {
    get x() {
      for (;;) {}
    },
  };
};
`,
    wants: ['timed-out'],
  },
  {
    ...wantsOne,
    id: 'R10',
    name: 'cyclic object',
    code: `
export const f = (n: number): any => {
  const o: any = {};
  o.o = o;
  o.p = { o };
  return o;
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R11',
    name: 'cyclic graph 1e6 nodes',
    code: `
export const f = (n: number): any => {
  const o: any = {};
  let c = o;
  for (let i = 0; i < 1e6; i++) {
    c.n = { i };
    c = c.n;
  }
  c.n = o;
  return o;
};
`,
    wants: notPassed,
  },
  {
    ...wantsOne,
    id: 'R13',
    name: 'array of 1e6 objects',
    code: `
export const f = (n: number): any => {
  return Array.from({ length: 1e6 }, (_, i) => ({ i }));
};
`,
    wants: notPassed,
  },
  {
    ...wantsOne,
    id: 'R14',
    name: 'depth 1e5 nesting',
    code: `
export const f = (n: number): any => {
  let o: any = {};
  for (let i = 0; i < 1e5; i++) o = { o };
  return o;
};
`,
    wants: notPassed,
  },
  {
    ...wantsOne,
    id: 'R15',
    name: 'BigInt / Symbol / function / -0',
    code: `
export const f = (n: number): any => {
  return { a: 10n ** 30n, b: Symbol('s'), c() {}, d: -0, e: NaN, f: undefined, [Symbol('k')]: 1 };
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R16',
    name: 'huge BigInt 1e6 digits',
    code: `
export const f = (n: number): any => {
  return { a: 10n ** 1000000n };
};
`,
    wants: notPassed,
  },
  {
    ...wantsOne,
    id: 'R17',
    name: 'throws undefined',
    code: `
export const f = (n: number): any => {
  throw undefined;
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R18',
    name: 'throws null',
    code: `
export const f = (n: number): any => {
  throw null;
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R19',
    name: 'throws a string',
    code: `
export const f = (n: number): any => {
  throw 'str';
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R20',
    name: 'throws a function',
    code: `
export const f = (n: number): any => {
  throw () => 1;
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R21',
    name: 'throws Proxy',
    code: `
export const f = (n: number): any => {
  throw new Proxy(new Error('x'), {
    get() {
      throw new Error('trap');
    },
  });
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R23',
    name: '50 MB error message',
    code: `
export const f = (n: number): any => {
  throw new Error('y'.repeat(5e7));
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R24',
    name: 'error.cause cycle',
    code: `
export const f = (n: number): any => {
  const e: any = new Error('a');
  e.cause = e;
  throw e;
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R25',
    name: 'error.stack getter throws',
    code: `
export const f = (n: number): any => {
  const e = new Error('a');
  Object.defineProperty(e, 'stack', {
    get() {
      throw new Error('s');
    },
  });
  throw e;
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R27',
    name: 'AggregateError with 1e5 errors',
    code: `
export const f = (n: number): any => {
  throw new AggregateError(
    Array.from({ length: 1e5 }, (_, i) => new Error('e' + i)),
    'agg',
  );
};
`,
    wants: notPassed,
  },
  {
    ...wantsOne,
    id: 'R29',
    name: 'detached ArrayBuffer / DataView / typed arrays',
    code: `
export const f = (n: number): any => {
  const b = new ArrayBuffer(8);
  structuredClone(b, { transfer: [b] });
  return { b, v: new Float64Array(3) };
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R30',
    name: 'html / ansi / bidi text',
    code: `
export const f = (n: number): any => {
  return { want: '<img src=x onerror=alert(1)>\\u001b[31m\\u202Eevil\\u2066\\0' };
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R31',
    name: 'null-prototype object',
    code: `
export const f = (n: number): any => {
  return Object.assign(Object.create(null), { want: 2 });
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R32',
    name: 'invalid Date',
    code: `
export const f = (n: number): any => {
  return { want: new Date(NaN) };
};
`,
    wants: ['failed'],
  },
  {
    ...wantsOne,
    id: 'R34',
    name: 'lone surrogates / NUL in test output',
    code: `
export const f = (n: number): any => {
  return { want: '\\ud800 \\udfff' };
};
`,
    wants: ['failed'],
  },
  {
    id: 'R35',
    name: 'console.log of hostile values',
    code: `
console.log(
  new Proxy(
    {},
    {
      get() {
        throw 1;
      },
      ownKeys() {
        throw 1;
      },
    },
  ),
  {
    get x() {
      throw 1;
    },
  },
  {
    toString() {
      throw 1;
    },
  },
  Symbol('s'),
  10n,
  0,
);
declare const document_: any;
${right}
`,
    wants: ['passed'],
  },
  {
    id: 'R36',
    name: 'console.log format specifiers',
    code: `
console.log(
  '%s %o %c %d',
  {
    toString() {
      throw 1;
    },
  },
  1,
);
${right}
`,
    wants: ['passed'],
  },
];
