/** A sign-up that publishes before it writes, and a listener that publishes. The lesson asks in which order it happens. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  transactionManager,
  type DomainEvent,
} from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

type MemberEvent =
  DomainEvent<'UserRegistered', { userId: string }> | DomainEvent<'PointsGranted', { userId: string }>;

export function run(): string {
  const sent: string[] = [];
  const event = eventFactory(fixedClock(0), sequentialIds());
  const database = inMemoryDatabase();
  const members = database.table<{ id: string }>('members');
  const transactions = transactionManager(database);
  const publisher = eventPublisher<MemberEvent>();
  const sendEmail = () => sent.push('e-mail');
  const sendPush = () => sent.push('push');
  // #region run
  publisher.subscribe('UserRegistered', sendEmail, { id: 'welcome e-mail' });
  publisher.subscribe('PointsGranted', sendPush, { id: 'push message' });
  publisher.subscribe('UserRegistered', ({ data }) => publisher.publish(event('PointsGranted', data)), {
    id: 'welcome points',
    order: 1,
  });

  transactions.execute(() => {
    publisher.publish(event('UserRegistered', { userId: 'mina' }));
    members.put({ id: 'mina' });
  });
  // #endregion run
  return sent.join(', ');
}
