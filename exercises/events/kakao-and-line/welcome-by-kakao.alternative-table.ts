import type { UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';

export const kakao = (gateways: Gateways) => (event: UserRegistered) =>
  gateways.kakao.send(event.data.contact.phone, `${event.data.name}, welcome.`);
