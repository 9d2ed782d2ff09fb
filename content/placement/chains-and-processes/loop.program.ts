/** Two policies that answer each other. The lesson asks what run() returns. */
import { eventFactory, eventPublisher, PublishBudgetExceededError, type DomainEvent } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

type PriceChanged =
  DomainEvent<'ProductPriceChanged', { price: number }> | DomainEvent<'MenuPriceChanged', { price: number }>;

export function run(): string {
  const publisher = eventPublisher<PriceChanged>();
  const event = eventFactory(fixedClock(0), sequentialIds());
  // #region run
  let product = 9_000;
  let menu = 9_000;
  let heard = 0;

  publisher.subscribe('ProductPriceChanged', ({ data }) => {
    heard += 1;
    menu = data.price;
    publisher.publish(event('MenuPriceChanged', { price: menu }));
  });
  publisher.subscribe('MenuPriceChanged', ({ data }) => {
    heard += 1;
    product = data.price;
    publisher.publish(event('ProductPriceChanged', { price: product }));
  });

  try {
    publisher.publish(event('ProductPriceChanged', { price: 8_900 }));
    return `${product} and ${menu} won, ${heard} events heard`;
  } catch (error) {
    return error instanceof PublishBudgetExceededError ? `gave up after ${heard} events` : 'failed';
  }
  // #endregion run
}
