/** From the command of a clerk to the price of the box: each event has a cause. */
import { eventFactory, eventPublisher, type DomainEvent } from 'past-tense';
import { during, fixedClock, sequentialIds } from 'past-tense/testing';

type PriceChanged =
  | DomainEvent<'ProductPriceChanged', { product: string; won: number }>
  | DomainEvent<'MenuPriceChanged', { menu: string; won: number }>;

const PORTIONS_IN_A_BOX = 10;

export function timeline(): () => void {
  const publisher = eventPublisher<PriceChanged>();
  const event = eventFactory(fixedClock(0), sequentialIds());
  const roundedUp = (won: number): number => Math.ceil(won / 100) * 100;

  publisher.subscribe(
    'ProductPriceChanged',
    ({ data }) =>
      publisher.publish(event('MenuPriceChanged', { menu: data.product, won: roundedUp(data.won) })),
    { id: 'CardFollowsList', condition: ({ data }) => data.product === 'lunch' },
  );
  publisher.subscribe(
    'MenuPriceChanged',
    ({ data }) =>
      publisher.publish(event('ProductPriceChanged', { product: 'box', won: data.won * PORTIONS_IN_A_BOX })),
    { id: 'BoxFollowsCard' },
  );
  return () =>
    during(
      {
        kind: 'command',
        place: 'caller',
        name: { en: 'Clerk', ko: '직원' },
        label: 'ChangePrice lunch 8,890',
      },
      () => publisher.publish(event('ProductPriceChanged', { product: 'lunch', won: 8_890 })),
    );
}
