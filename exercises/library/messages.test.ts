import { expect, expectTypeOf, it } from 'vitest';
import { eventFactory, type DomainEvent, type OfType } from './index.ts';
import { fixedClock, sequentialIds } from './testing.ts';

const event = eventFactory(fixedClock(0), sequentialIds());

it('stamps each event with a new id and the time of the clock', () => {
  const clock = fixedClock(1_000);
  const stamped = eventFactory(clock, sequentialIds());

  const first = stamped('PriceChanged', { productId: 'p-1' });
  clock.moveTo(2_000);
  const second = stamped('PriceChanged', { productId: 'p-2' });

  expect([first, second]).toEqual([
    { type: 'PriceChanged', data: { productId: 'p-1' }, eventId: 'event-1', occurredAt: 1_000 },
    { type: 'PriceChanged', data: { productId: 'p-2' }, eventId: 'event-2', occurredAt: 2_000 },
  ]);
});

it('makes an event that keeps what it said, however deep, whatever happens to the data it was made of', () => {
  const data = { menuId: 'm-1', lines: [{ productId: 'p-1', quantity: 1 }] };
  const told = event('MenuRegistered', data);

  data.menuId = 'm-2';
  data.lines[0]!.quantity = 9;
  data.lines.push({ productId: 'p-2', quantity: 1 });

  expect(told.data).toEqual({ menuId: 'm-1', lines: [{ productId: 'p-1', quantity: 1 }] });
  for (const part of [told, told.data, told.data.lines, told.data.lines[0]]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
  expect(Object.isFrozen(data), 'the original is left alone').toBe(false);
});

it('makes an event that is the same after a journey through JSON', () => {
  const told = event('MenuRegistered', { a: [1, 'two', true, null], b: { c: -0.5 }, d: undefined });

  expect(told.data).toStrictEqual({ a: [1, 'two', true, null], b: { c: -0.5 } });
  expect(JSON.parse(JSON.stringify(told))).toStrictEqual(told);
});

it('refuses data that leads back into itself and says where', () => {
  const menu: { id: string; lines: object[] } = { id: 'm-1', lines: [] };
  menu.lines.push({ menu });

  expect(() => event('MenuRegistered', { menu })).toThrow(
    new TypeError('data.menu.lines[0].menu leads back to data that it is part of.'),
  );
});

class Money {
  readonly won = 8_000;
}

it.each([
  ['a Date', new Date(0), 'an object of class Date'],
  ['an entity', new Money(), 'an object of class Money'],
  ['a Map', new Map(), 'an object of class Map'],
  ['a function', () => {}, 'a function'],
  ['NaN', Number.NaN, 'NaN'],
  ['a bigint', 1n, 'a bigint'],
  ['an infinite number', Infinity, 'Infinity'],
  ['a hole in a list', [undefined], 'undefined'],
])('refuses %s in the data and says where', (_, value, found) => {
  const place = Array.isArray(value) ? 'data.lines[0].price[0]' : 'data.lines[0].price';

  expect(() => event('MenuRegistered', { lines: [{ price: value }] })).toThrow(
    `${place} is ${found}, but only plain data is kept`,
  );
});

it('takes an object without a prototype for plain', () => {
  const bare: { name?: string } = Object.assign(Object.create(null) as object, { name: 'Haru' });

  expect(event('ShopOpened', bare).data).toEqual({ name: 'Haru' });
});

it('narrows the events of a union by their type', () => {
  type Priced = DomainEvent<'Priced', { won: number }>;
  type Renamed = DomainEvent<'Renamed', { name: string }>;

  expectTypeOf<OfType<Priced | Renamed, 'Priced'>>().toEqualTypeOf<Priced>();
  expectTypeOf<OfType<Priced | Renamed, 'Priced' | 'Renamed'>>().toEqualTypeOf<Priced | Renamed>();
  expectTypeOf<OfType<DomainEvent, 'Priced'>>().toEqualTypeOf<DomainEvent>();
});
