import { expect, it } from 'vitest';
import { eventFactory } from './messages.ts';
import { fixedClock, sequentialIds } from './testing.ts';

it('stamps each event with a new id and the time of the clock', () => {
  const clock = fixedClock(1_000);
  const event = eventFactory(clock, sequentialIds());

  const first = event('PriceChanged', { productId: 'p-1' });
  clock.moveTo(2_000);
  const second = event('PriceChanged', { productId: 'p-2' });

  expect([first, second]).toEqual([
    { type: 'PriceChanged', data: { productId: 'p-1' }, eventId: 'event-1', occurredAt: 1_000 },
    { type: 'PriceChanged', data: { productId: 'p-2' }, eventId: 'event-2', occurredAt: 2_000 },
  ]);
});

it('makes an event that keeps what it said, whatever happens to the data it was made of', () => {
  const data = { productId: 'p-1' };
  const told = eventFactory(fixedClock(0), sequentialIds())('PriceChanged', data);

  data.productId = 'p-2';

  expect(told.data).toEqual({ productId: 'p-1' });
  expect(Object.isFrozen(told)).toBe(true);
  expect(Object.isFrozen(told.data)).toBe(true);
});
