/** The help desk resets Mina's password. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  publishingRepository,
  tableRepository,
} from 'past-tense';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import { SmsSender, User, type PasswordChanged } from './user.program.ts';

export function timeline(): () => void {
  const event = eventFactory(fixedClock(0), sequentialIds());
  const publisher = eventPublisher<PasswordChanged>();
  const sms = new SmsSender({
    send: (userId, text) =>
      note({
        kind: 'message',
        place: 'external',
        name: { en: 'SMS gateway', ko: 'SMS 게이트웨이' },
        label: { en: `text message to ${userId}`, ko: `${userId}에게 문자` },
        payload: text,
      }),
  });
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
