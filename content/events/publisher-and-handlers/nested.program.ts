/** A listener that publishes an event of its own. The lesson asks what run() returns. */
import { eventFactory, eventPublisher, type DomainEvent } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

type KitchenEvent =
  DomainEvent<'UserRegistered', { userId: string }> | DomainEvent<'CouponIssued', { userId: string }>;

// #region run
export function run(): string {
  const log: string[] = [];
  const event = eventFactory(fixedClock(0), sequentialIds());
  const publisher = eventPublisher<KitchenEvent>();

  publisher.subscribe('UserRegistered', () => log.push('e-mail'));
  publisher.subscribe('CouponIssued', () => log.push('push'));
  publisher.subscribe(
    'UserRegistered',
    ({ data }) => {
      publisher.publish(event('CouponIssued', { userId: data.userId }));
      log.push('coupon');
    },
    { order: 1 },
  );

  publisher.publish(event('UserRegistered', { userId: 'mina' }));
  return log.join(', ');
}
// #endregion run
