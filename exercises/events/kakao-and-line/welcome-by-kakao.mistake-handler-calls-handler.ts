import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';
import { welcomeBySms } from './welcome-by-sms.ts';

/** Whenever a user registered, congratulate by Kakao: the same phone number as by SMS. */
export function welcomeByKakao(gateway: MessageGateway): (event: UserRegistered) => void {
  return welcomeBySms(gateway);
}
