import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

/** Whenever a user registered, congratulate by e-mail. */
export function welcomeByEmail(gateway: MessageGateway): (event: UserRegistered) => void {
  return ({ data }) => {
    // Who uses LINE hears from us there.
    if (data.contact.lineId !== undefined) return;
    gateway.send(data.contact.email, `Welcome to Haru Kitchen, ${data.name}.`);
  };
}
