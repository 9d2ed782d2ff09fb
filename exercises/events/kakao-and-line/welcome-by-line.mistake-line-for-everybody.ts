import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

/** Whenever a user with a LINE id registered, congratulate by LINE. */
export function welcomeByLine(gateway: MessageGateway): (event: UserRegistered) => void {
  return ({ data }) => gateway.send(data.contact.lineId ?? '', `Welcome to Haru Kitchen, ${data.name}.`);
}
