/** One event, and three handlers that the sign-up does not know. */
import { eventFactory, eventPublisher } from 'past-tense';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import { SignUpService, type UserRegistered } from './sign-up.program.ts';

export function timeline(): () => void {
  const publisher = eventPublisher<UserRegistered>();
  for (const [id, en, ko] of handlers) {
    publisher.subscribe(
      'UserRegistered',
      ({ data }) =>
        note({
          kind: 'message',
          place: 'external',
          label: { en: `${en} to ${data.name}`, ko: `${data.name}에게 ${ko}` },
        }),
      { id },
    );
  }
  const members = { put: () => {} };
  const event = eventFactory(fixedClock(0), sequentialIds());
  const service = new SignUpService(members, (work) => work(), publisher, event);
  const mina = { id: 'mina', name: 'Mina', email: 'mina@haru.example', phone: '010-1111-1111' };
  return () =>
    during({ kind: 'command', place: 'caller', name: 'SignUpService', label: 'signUp(mina)' }, () =>
      service.signUp(mina),
    );
}

const handlers = [
  ['EmailWelcome', 'e-mail', '이메일'],
  ['SmsWelcome', 'text message', '문자'],
  ['KakaoWelcome', 'Kakao message', '카카오톡'],
] as const;
