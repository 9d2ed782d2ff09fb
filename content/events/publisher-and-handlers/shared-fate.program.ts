/** The sign-up with events on the day when SMS is down. The lesson asks what run() returns. */
import { eventFactory, eventPublisher, inMemoryDatabase, type Database } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { SignUpService, type Member, type UserRegistered } from './sign-up.program.ts';

const mina: Member = { id: 'mina', name: 'Mina', email: 'mina@haru.kr', phone: '010-1111-1111' };

// #region run
export function run(down: string = 'SMS'): string {
  const clock = fixedClock(0);
  const database = inMemoryDatabase();
  const publisher = eventPublisher<UserRegistered>();
  const sent: string[] = [];

  for (const channel of ['e-mail', 'SMS', 'Kakao', 'LINE']) {
    publisher.subscribe('UserRegistered', () => {
      // Each gateway takes two seconds to answer.
      clock.moveTo(clock.now() + 2_000);
      if (channel === down) throw new Error(`${channel} is down`);
      sent.push(channel);
    });
  }

  const service = new SignUpService(
    database.table<Member>('members'),
    transactionOf(database),
    publisher,
    eventFactory(clock, sequentialIds()),
  );
  const answer = answerOf(() => service.signUp(mina));

  const members = database.committed<Member>('members').length;
  const seconds = clock.now() / 1_000;
  return `${answer}, members: ${members}, sent: ${sent.join(' + ')}, ${seconds} s`;
}
// #endregion run

function transactionOf(database: Database): (work: () => void) => void {
  return (work) => {
    const transaction = database.begin();
    try {
      transaction.use(work);
    } catch (error) {
      transaction.rollback();
      throw error;
    }
    transaction.commit();
  };
}

function answerOf(work: () => void): string {
  try {
    work();
    return 'welcome';
  } catch {
    return 'error';
  }
}
