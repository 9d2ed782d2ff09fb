/** One fact is told twice: inside at once, outside after the commit. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  transactionManager,
  type IntegrationEvent,
} from 'past-tense';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import { border, type MemberRegistered } from './border.program.ts';

export function timeline(): () => void {
  const clock = fixedClock(0);
  const database = inMemoryDatabase();
  const transactions = transactionManager(database);
  const members = database.table<{ id: string }>('members');
  const publisher = eventPublisher<MemberRegistered>();
  const event = eventFactory(clock, sequentialIds());

  publisher.subscribe('MemberRegistered', () => {}, { id: 'WelcomePoints' });
  publisher.subscribe(
    'MemberRegistered',
    (registered) =>
      transactions.registerSynchronization({
        afterCompletion(status) {
          const message = border.toIntegrationEvent(registered);
          if (status === 'COMMITTED' && message) sendToPartner(message);
        },
      }),
    { id: 'Border' },
  );
  return () =>
    during({ kind: 'command', place: 'caller', name: 'SignUpService', label: 'signUp(mina)' }, () =>
      transactions.execute(() => {
        members.put({ id: 'mina' });
        const data = { memberId: 'mina', nickname: 'Mina', phone: '010-1111-1111', passwordHash: '$2b$…' };
        publisher.publish(event('MemberRegistered', data));
      }),
    );
}

const sendToPartner = ({ name, version, payload }: IntegrationEvent): void =>
  note({
    kind: 'message',
    place: 'external',
    name: { en: 'Loyalty partner', ko: '포인트 협력사' },
    label: `${name} v${version}`,
    payload,
  });
