import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

/** Whenever a user registered, congratulate by SMS. */
export function welcomeBySms(gateway: MessageGateway): (event: UserRegistered) => void {
  return ({ data }) => gateway.send(data.contact.phone, `Haru Kitchen: welcome, ${data.name}.`);
}
