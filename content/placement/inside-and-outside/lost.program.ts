/** The process dies after the commit and before the sending: the partner never hears of Mina. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  transactionManager,
  type Database,
  type EventFactory,
} from 'past-tense';
import {
  during,
  faultInjector,
  fixedClock,
  note,
  runUntilCrash,
  scene,
  sequentialIds,
  type FaultInjector,
} from 'past-tense/testing';
import { border, type MemberRegistered } from './border.program.ts';

export function timeline(): () => void {
  const database = inMemoryDatabase();
  const event = eventFactory(fixedClock(0), sequentialIds());
  const dying = faultInjector();
  dying.crashAt('afterCommit');

  return () => {
    runUntilCrash(() => start(database, event, dying).signUp('mina', 'Mina'));
    scene('after the restart', '재시작한 뒤', () =>
      start(database, event, faultInjector()).signUp('jun', 'Jun'),
    );
  };
}

/** A process: what is in it is gone when it dies. */
function start(database: Database, event: EventFactory, faults: FaultInjector) {
  const transactions = transactionManager(database);
  const publisher = eventPublisher<MemberRegistered>();
  publisher.subscribe(
    'MemberRegistered',
    (registered) =>
      transactions.registerSynchronization({
        afterCompletion(status) {
          if (status !== 'COMMITTED') return;
          faults.point('afterCommit');
          sendToPartner(registered);
        },
      }),
    { id: 'Border' },
  );
  return {
    signUp: (id: string, nickname: string) =>
      during({ kind: 'command', place: 'caller', label: `signUp(${id})` }, () =>
        transactions.execute(() => {
          database.table('members').put({ id });
          const data = { memberId: id, nickname, phone: '010-1111-1111', passwordHash: '$2b$…' };
          publisher.publish(event('MemberRegistered', data));
        }),
      ),
  };
}

function sendToPartner(registered: MemberRegistered): void {
  const { name, version, key, payload } = border.toIntegrationEvent(registered)!;
  note({
    kind: 'message',
    place: 'external',
    name: { en: 'Loyalty partner', ko: '포인트 협력사' },
    label: `${name} v${version} (${key})`,
    payload,
  });
}
