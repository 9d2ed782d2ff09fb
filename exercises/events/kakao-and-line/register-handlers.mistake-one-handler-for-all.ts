import type { EventPublisher } from 'past-tense';
import type { UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';
import { welcomeByEmail } from './welcome-by-email.ts';
import { welcomeByKakao } from './welcome-by-kakao.ts';
import { welcomeByLine } from './welcome-by-line.ts';
import { welcomeBySms } from './welcome-by-sms.ts';

export function registerHandlers(publisher: EventPublisher<UserRegistered>, gateways: Gateways): void {
  const channels = [
    welcomeByEmail(gateways.email),
    welcomeBySms(gateways.sms),
    welcomeByKakao(gateways.kakao),
    welcomeByLine(gateways.line),
  ];
  publisher.subscribe('UserRegistered', (event) => channels.forEach((send) => send(event)), {
    id: 'welcome',
  });
}
