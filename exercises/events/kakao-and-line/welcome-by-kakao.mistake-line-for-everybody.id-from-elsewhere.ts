import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

/** Whenever a user registered, congratulate by Kakao. */
export function welcomeByKakao(gateway: MessageGateway): (event: UserRegistered) => void {
  return ({ data }) => gateway.send(data.contact.phone, `Welcome to Haru Kitchen, ${data.name}.`);
}
