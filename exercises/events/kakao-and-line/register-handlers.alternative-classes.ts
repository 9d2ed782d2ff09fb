import type { EventPublisher } from 'past-tense';
import type { UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';
import { welcomeByEmail } from './welcome-by-email.ts';
import { welcomeByKakao } from './welcome-by-kakao.ts';
import { welcomeByLine } from './welcome-by-line.ts';
import { welcomeBySms } from './welcome-by-sms.ts';

export function registerHandlers(publisher: EventPublisher<UserRegistered>, gateways: Gateways): void {
  const kakao = welcomeByKakao(gateways.kakao);
  const line = welcomeByLine(gateways.line);
  publisher.subscribe('UserRegistered', welcomeByEmail(gateways.email), { id: 'welcome-email', order: 1 });
  publisher.subscribe('UserRegistered', welcomeBySms(gateways.sms), { id: 'welcome-sms', order: 2 });
  publisher.subscribe('UserRegistered', kakao, { id: 'welcome-kakao', order: 3 });
  publisher.subscribe('UserRegistered', line, { id: 'welcome-line', order: 4 });
}
