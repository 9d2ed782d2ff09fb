import type { EventPublisher } from 'past-tense';
import type { UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';
import { welcomeByEmail } from './welcome-by-email.ts';
import { kakao } from './welcome-by-kakao.ts';
import { hasLine, line } from './welcome-by-line.ts';
import { welcomeBySms } from './welcome-by-sms.ts';

const everybody = () => true;

export function registerHandlers(publisher: EventPublisher<UserRegistered>, gateways: Gateways): void {
  const table = [
    ['welcome-line', line(gateways), hasLine],
    ['welcome-kakao', kakao(gateways), everybody],
    ['welcome-sms', welcomeBySms(gateways.sms), everybody],
    ['welcome-email', welcomeByEmail(gateways.email), everybody],
  ] as const;
  for (const [id, listener, condition] of table) {
    publisher.subscribe('UserRegistered', listener, { id, condition });
  }
}
