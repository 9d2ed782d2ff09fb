/** The same crash with an outbox: member and message are one commit, and the relay sends after the restart. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  inMemoryMessageBroker,
  outboxRelay,
  tableOutbox,
  transactionManager,
  type Database,
  type MessageBroker,
} from 'past-tense';
import {
  during,
  faultInjector,
  fixedClock,
  runUntilCrash,
  scene,
  sequentialIds,
  type FaultInjector,
} from 'past-tense/testing';
import { border, type MemberRegistered } from './border.program.ts';

const clock = fixedClock(0);

export function timeline(): () => void {
  const database = inMemoryDatabase();
  const broker = inMemoryMessageBroker();
  broker.subscribe(() => {}, { id: 'LoyaltyPartner' });
  const dying = faultInjector();
  dying.crashAt('afterCommit');

  return () => {
    runUntilCrash(() => start(database, broker, dying).signUp('mina', 'Mina'));
    scene('after the restart', '재시작한 뒤', () => start(database, broker, faultInjector()).relay.poll());
  };
}

/** A process: what is in it is gone when it dies. */
function start(database: Database, broker: MessageBroker, faults: FaultInjector) {
  const transactions = transactionManager(database);
  const event = eventFactory(clock, sequentialIds());
  const publisher = eventPublisher<MemberRegistered>();
  // #region outbox
  const outbox = tableOutbox(database.table('outbox'), clock);
  const relay = outboxRelay(outbox, broker);

  publisher.subscribe(
    'MemberRegistered',
    (registered) => {
      const message = border.toIntegrationEvent(registered);
      if (message) outbox.add([message], { aggregateType: 'Member', aggregateId: message.key });
    },
    { id: 'Border' },
  );
  // #endregion outbox
  return {
    relay,
    signUp: (id: string, nickname: string) =>
      during({ kind: 'command', place: 'caller', label: `signUp(${id})` }, () => {
        transactions.execute(() => {
          database.table('members').put({ id });
          const data = { memberId: id, nickname, phone: '010-1111-1111', passwordHash: '$2b$…' };
          publisher.publish(event('MemberRegistered', data));
        });
        faults.point('afterCommit');
        relay.poll();
      }),
  };
}
