import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

/** Whenever a user with a LINE id registered, congratulate by LINE. */
export function welcomeByLine(_gateway: MessageGateway): (event: UserRegistered) => void {
  return (_event) => {
    // Sends nothing yet.
  };
}
