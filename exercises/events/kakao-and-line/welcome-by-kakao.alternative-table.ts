import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

export const welcomeByKakao = (gateway: MessageGateway) => (event: UserRegistered) =>
  gateway.send(event.data.contact.phone, `${event.data.name}, welcome.`);
