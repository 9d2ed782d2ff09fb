/** A policy between two prices, and a log that hears of both. The lesson asks in which order it happens. */
import { eventFactory, eventPublisher, type DomainEvent } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

type ProductPriceChanged = DomainEvent<'ProductPriceChanged', { won: number }>;
type MenuPriceChanged = DomainEvent<'MenuPriceChanged', { won: number }>;
type PriceChanged = ProductPriceChanged | MenuPriceChanged;

export function run(): string {
  const publisher = eventPublisher<PriceChanged>();
  const event = eventFactory(fixedClock(0), sequentialIds());
  const rounded = (won: number) => Math.ceil(won / 100) * 100;
  // #region run
  const log: string[] = [];
  const write = ({ type }: PriceChanged) => log.push(type);

  function followList({ data }: ProductPriceChanged): void {
    publisher.publish(event('MenuPriceChanged', { won: rounded(data.won) }));
  }

  publisher.subscribe('ProductPriceChanged', followList, { id: 'card policy' });
  publisher.subscribe('ProductPriceChanged', write, { id: 'price log' });
  publisher.subscribe('MenuPriceChanged', write, { id: 'price log' });

  publisher.publish(event('ProductPriceChanged', { won: 8_890 }));
  // #endregion run
  return log.join(' ');
}
