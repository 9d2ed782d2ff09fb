import { expect, it } from 'vitest';
import { catering, type CateringEvent } from './catering.program.ts';
import * as loop from './loop.program.ts';
import * as priceLog from './price-log.program.ts';
import * as twice from './twice.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as chain from './chain.program.ts';
import * as kitchenRefuses from './kitchen-refuses.program.ts';

it('two policies that answer each other end at the publisher’s budget', () => {
  expect(loop.run()).toBe('gave up after 100 events');
});

it('a log that listens hears of the effect before its cause', () => {
  expect(priceLog.run()).toBe('MenuPriceChanged ProductPriceChanged');
});

it('a repeated event leads to no second command, and the refusal undoes what was done', () => {
  expect(twice.run()).toBe('ReserveRoom OrderIngredients ReleaseRoom DeclineCatering');
});

it('releases no room that it does not have', () => {
  const refused: CateringEvent = {
    type: 'IngredientsRefused',
    data: { orderId: 'order-7' },
    eventId: 'event-1',
    occurredAt: 0,
  };

  expect(catering.react(catering.initialState(), refused).map(({ type }) => type)).toEqual([
    'DeclineCatering',
  ]);
});

it('the chain: from the command of the clerk to the price of the box', () => {
  expect(happeningsOf(chain.timeline)).toEqual([
    'command Clerk: ChangePrice lunch 8,890',
    'published publisher: ProductPriceChanged',
    'listener CardFollowsList: ProductPriceChanged',
    'published publisher: MenuPriceChanged',
    'listener BoxFollowsCard: MenuPriceChanged',
    'published publisher: ProductPriceChanged',
  ]);
});

it('the kitchen refuses: the money goes back before the order is cancelled', () => {
  const asked = happeningsOf(kitchenRefuses.timeline).filter((line) => line.startsWith('command'));

  expect(asked).toEqual(
    ['RequestPayment', 'AcceptOrder', 'RefundPayment', 'CancelOrder'].map(
      (each) => `command order-7: ${each}`,
    ),
  );
});
