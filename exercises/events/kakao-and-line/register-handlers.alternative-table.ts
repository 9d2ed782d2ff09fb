import type { EventPublisher } from 'past-tense';
import type { UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';
import { welcomeByEmail } from './welcome-by-email.ts';
import { welcomeByKakao } from './welcome-by-kakao.ts';
import { welcomeByLine } from './welcome-by-line.ts';
import { welcomeBySms } from './welcome-by-sms.ts';

const everybody = () => true;
const usersOfLine = ({ data }: UserRegistered) => data.contact.lineId !== undefined;

export function registerHandlers(publisher: EventPublisher<UserRegistered>, gateways: Gateways): void {
  const table = [
    ['welcome-line', welcomeByLine(gateways.line), usersOfLine],
    ['welcome-kakao', welcomeByKakao(gateways.kakao), everybody],
    ['welcome-sms', welcomeBySms(gateways.sms), everybody],
    ['welcome-email', welcomeByEmail(gateways.email), everybody],
  ] as const;
  for (const [id, listener, condition] of table) {
    publisher.subscribe('UserRegistered', listener, { id, condition });
  }
}
