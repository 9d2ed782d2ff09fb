import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

/** Only for members with a LINE id; the condition of the subscription sees to that. */
export const welcomeByLine = (gateway: MessageGateway) => (event: UserRegistered) =>
  gateway.send(event.data.contact.lineId!, `${event.data.name}, welcome.`);
