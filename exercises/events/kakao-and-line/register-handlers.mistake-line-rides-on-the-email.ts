import type { EventPublisher } from 'past-tense';
import type { UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';
import { welcomeByEmail } from './welcome-by-email.ts';
import { welcomeByKakao } from './welcome-by-kakao.ts';
import { welcomeByLine } from './welcome-by-line.ts';
import { welcomeBySms } from './welcome-by-sms.ts';

export function registerHandlers(publisher: EventPublisher<UserRegistered>, gateways: Gateways): void {
  const email = welcomeByEmail(gateways.email);
  const line = welcomeByLine(gateways.line);
  publisher.subscribe(
    'UserRegistered',
    (event) => {
      email(event);
      if (event.data.contact.lineId !== undefined) line(event);
    },
    { id: 'welcome-email' },
  );
  publisher.subscribe('UserRegistered', welcomeBySms(gateways.sms), { id: 'welcome-sms' });
  publisher.subscribe('UserRegistered', welcomeByKakao(gateways.kakao), { id: 'welcome-kakao' });
}
