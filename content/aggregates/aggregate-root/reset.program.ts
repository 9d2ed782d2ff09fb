/** The help desk resets Mina's password. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  publishingRepository,
  tableRepository,
} from 'past-tense';
import { during, fixedClock, sequentialIds } from 'past-tense/testing';
import { SmsSender, User, type PasswordChanged } from './user.program.ts';

export function timeline(): () => void {
  const event = eventFactory(fixedClock(0), sequentialIds());
  const publisher = eventPublisher<PasswordChanged>();
  const sms = new SmsSender({ send: () => {} });
  publisher.subscribe('PasswordChanged', (each) => sms.notifyPasswordChange(each), { id: 'SmsSender' });
  const users = publishingRepository(
    tableRepository({
      table: inMemoryDatabase().table<{ id: string }>('users'),
      toRow: ({ id }: User) => ({ id }),
      fromRow: ({ id }) => new User(id, 'forgotten', event),
    }),
    publisher,
  );
  const mina = new User('mina', 'forgotten', event);
  return () =>
    during(
      {
        kind: 'command',
        place: 'caller',
        name: { en: 'Help desk', ko: '고객 센터' },
        label: 'resetPassword',
      },
      () => {
        mina.resetPassword('temporary');
        users.save(mina);
      },
    );
}
