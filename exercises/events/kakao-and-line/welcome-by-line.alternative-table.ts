import type { UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';

export const hasLine = (event: UserRegistered): boolean => event.data.contact.lineId !== undefined;

/** Only for events that `hasLine`. */
export const line = (gateways: Gateways) => (event: UserRegistered) =>
  gateways.line.send(event.data.contact.lineId!, `${event.data.name}, welcome.`);
