/** The sign-up with events on the day when SMS is down. */
import { eventFactory, eventPublisher, inMemoryDatabase, transactionManager } from 'past-tense';
import { during, fixedClock, sequentialIds } from 'past-tense/testing';
import { SignUpService, type Member, type UserRegistered } from './sign-up.program.ts';

export function timeline(): () => void {
  const database = inMemoryDatabase();
  const transactions = transactionManager(database);
  const publisher = eventPublisher<UserRegistered>();
  const clock = fixedClock(0);
  const send = (name: { en: string; ko: string }, isDown: boolean): void => {
    const from = clock.now() / 1_000;
    const label = { en: `to Mina, ${from} s to ${from + 2} s`, ko: `미나에게, ${from}~${from + 2}초` };
    during({ kind: 'message', place: 'external', name, label }, () => {
      // Each gateway takes two seconds to answer.
      clock.moveTo(clock.now() + 2_000);
      if (isDown) throw new Error(`${name.en} is down`);
    });
  };
  publisher.subscribe('UserRegistered', () => send({ en: 'e-mail', ko: '이메일' }, false), {
    id: 'EmailWelcome',
  });
  publisher.subscribe('UserRegistered', () => send({ en: 'SMS', ko: 'SMS' }, true), { id: 'SmsWelcome' });
  const service = new SignUpService(
    database.table<Member>('members'),
    (work) => transactions.execute(work),
    publisher,
    eventFactory(clock, sequentialIds()),
  );
  const mina = { id: 'mina', name: 'Mina', email: 'mina@haru.example', phone: '010-1111-1111' };
  return () => {
    try {
      during({ kind: 'command', place: 'caller', name: 'SignUpService', label: 'signUp(mina)' }, () =>
        service.signUp(mina),
      );
    } catch {
      // The screen says "Something went wrong".
    }
  };
}
