import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

/** Whenever a user with a LINE id registered, congratulate by LINE. */
export function welcomeByLine(gateway: MessageGateway): (event: UserRegistered) => void {
  return ({ data }) => {
    const { lineId } = data.contact;
    if (lineId === undefined) throw new Error(`Member ${data.userId} has no LINE id.`);
    gateway.send(lineId, `Welcome to Haru Kitchen, ${data.name}.`);
  };
}
