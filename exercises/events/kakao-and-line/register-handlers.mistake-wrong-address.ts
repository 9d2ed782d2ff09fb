import type { EventPublisher } from 'past-tense';
import type { UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';
import { welcomeByEmail } from './welcome-by-email.ts';
import { welcomeByKakao } from './welcome-by-kakao.ts';
import { welcomeByLine } from './welcome-by-line.ts';
import { welcomeBySms } from './welcome-by-sms.ts';

/** Called once, when the application starts. */
export function registerHandlers(publisher: EventPublisher<UserRegistered>, gateways: Gateways): void {
  publisher.subscribe('UserRegistered', welcomeByEmail(gateways.email), { id: 'welcome-email' });
  publisher.subscribe('UserRegistered', welcomeBySms(gateways.sms), { id: 'welcome-sms' });
  publisher.subscribe('UserRegistered', welcomeByKakao(gateways.kakao), { id: 'welcome-kakao' });
  publisher.subscribe('UserRegistered', welcomeByLine(gateways.line), { id: 'welcome-line' });
}
