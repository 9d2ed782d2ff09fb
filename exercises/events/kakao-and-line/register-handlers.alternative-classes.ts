import type { EventPublisher } from 'past-tense';
import type { UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';
import { welcomeByEmail } from './welcome-by-email.ts';
import { KakaoWelcome } from './welcome-by-kakao.ts';
import { LineWelcome } from './welcome-by-line.ts';
import { welcomeBySms } from './welcome-by-sms.ts';

export function registerHandlers(publisher: EventPublisher<UserRegistered>, gateways: Gateways): void {
  const kakao = new KakaoWelcome(gateways.kakao);
  const line = new LineWelcome(gateways.line);
  publisher.subscribe('UserRegistered', welcomeByEmail(gateways.email), { id: 'welcome-email', order: 1 });
  publisher.subscribe('UserRegistered', welcomeBySms(gateways.sms), { id: 'welcome-sms', order: 2 });
  publisher.subscribe('UserRegistered', (event) => kakao.on(event), { id: 'welcome-kakao', order: 3 });
  publisher.subscribe('UserRegistered', (event) => line.on(event), { id: 'welcome-line', order: 4 });
}
