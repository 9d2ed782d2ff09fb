import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

/** Whenever a user registered, congratulate by Kakao. */
export function welcomeByKakao(_gateway: MessageGateway): (event: UserRegistered) => void {
  return (_event) => {
    // Sends nothing yet.
  };
}
