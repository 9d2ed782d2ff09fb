/** A sign-up that publishes before it writes, and a listener that publishes. The lesson asks in which order it happens. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  transactionManager,
  type DomainEvent,
} from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

type UserRegistered = DomainEvent<'UserRegistered', { userId: string }>;
type PointsGranted = DomainEvent<'PointsGranted', { userId: string }>;

export function run(): string {
  const sent: string[] = [];
  const event = eventFactory(fixedClock(0), sequentialIds());
  const database = inMemoryDatabase();
  const members = database.table<{ id: string }>('members');
  const transactions = transactionManager(database);
  const publisher = eventPublisher<UserRegistered | PointsGranted>();
  const sendEmail = () => sent.push('e-mail');
  const sendPush = () => sent.push('push');
  // #region run
  function grantPoints({ data }: UserRegistered): void {
    publisher.publish(event('PointsGranted', data));
  }

  publisher.subscribe('UserRegistered', sendEmail, { id: 'welcome e-mail' });
  publisher.subscribe('PointsGranted', sendPush, { id: 'push message' });
  publisher.subscribe('UserRegistered', grantPoints, { id: 'welcome points', order: 1 });

  transactions.execute(() => {
    publisher.publish(event('UserRegistered', { userId: 'mina' }));
    members.put({ id: 'mina' });
  });
  // #endregion run
  return sent.join(', ');
}
