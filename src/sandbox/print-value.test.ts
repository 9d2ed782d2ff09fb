import { expect, it } from 'vitest';
import { printLine, printValue } from './print-value.ts';

class Order {
  readonly id = 'order-1';
}

const circular: Record<string, unknown> = { name: 'loop' };
circular['self'] = circular;

it.each([
  ['a string', 'it’s "so"', '"it’s \\"so\\""'],
  ['numbers', [1, -0, Number.NaN], '[1, -0, NaN]'],
  ['nothing', [undefined, null], '[undefined, null]'],
  ['a bigint and a symbol', [10n, Symbol('s')], '[10n, Symbol(s)]'],
  ['an object', { a: { b: 'c' } }, '{ a: { b: "c" } }'],
  ['an object of a class', new Order(), 'Order { id: "order-1" }'],
  ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), '{ a: 1 }'],
  ['a map and a set', [new Map([['k', 1]]), new Set(['x'])], '[Map {"k" => 1}, Set {"x"}]'],
  ['dates', [new Date(0), new Date(Number.NaN)], '[1970-01-01T00:00:00.000Z, Invalid Date]'],
  ['an error', new RangeError('too far'), 'RangeError: too far'],
  ['a function', function pay() {}, '[Function pay]'],
  ['a circle', circular, '{ name: "loop", self: [Circular] }'],
  ['depth', { a: { b: { c: { d: { e: 1 } } } } }, '{ a: { b: { c: { d: {…} } } } }'],
])('prints %s', (_, value, printed) => {
  expect(printValue(value)).toBe(printed);
});

it('prints at most 50 items and 4,000 characters', () => {
  expect(printValue(Array.from({ length: 60 }, () => 0))).toMatch(/0, … 10 more\]$/);
  expect(printValue('x'.repeat(1e6)).length).toBeLessThan(4_100);
});

it('never runs a getter, toString or toJSON', () => {
  const calls: string[] = [];
  const value = {
    get price() {
      calls.push('getter');
      return 1;
    },
    toString: () => calls.push('toString') && '',
    toJSON: () => calls.push('toJSON'),
  };
  expect(printValue(value)).toContain('price: [getter]');
  expect(calls).toEqual([]);
});

it.each([
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('trap');
        },
      },
    ),
  ],
  ['a revoked proxy', revoked()],
])('prints %s as unprintable', (_, value) => {
  expect(printValue(value)).toBe('[unprintable]');
});

it('leaves strings of a console line bare', () => {
  expect(printLine(['total', 12, { won: true }])).toBe('total 12 { won: true }');
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
