/** A policy between two prices, and a log that hears of both. The lesson asks in which order it happens. */
import { eventFactory, eventPublisher, type DomainEvent } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

type PriceChanged =
  DomainEvent<'ProductPriceChanged', { won: number }> | DomainEvent<'MenuPriceChanged', { won: number }>;

export function run(): string {
  const publisher = eventPublisher<PriceChanged>();
  const event = eventFactory(fixedClock(0), sequentialIds());
  const toHundreds = (won: number) => Math.ceil(won / 100) * 100;
  // #region run
  const log: string[] = [];

  publisher.subscribe(
    'ProductPriceChanged',
    ({ data }) => publisher.publish(event('MenuPriceChanged', { won: toHundreds(data.won) })),
    { id: 'card policy' },
  );
  publisher.subscribe('ProductPriceChanged', ({ type }) => log.push(type), { id: 'price log' });
  publisher.subscribe('MenuPriceChanged', ({ type }) => log.push(type), { id: 'price log' });

  publisher.publish(event('ProductPriceChanged', { won: 8_890 }));
  // #endregion run
  return log.join(' ');
}
