import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

export function welcomeByLine(gateway: MessageGateway): (event: UserRegistered) => void {
  const handler = new LineWelcome(gateway);
  return (event) => handler.on(event);
}

class LineWelcome {
  readonly #gateway: MessageGateway;

  constructor(gateway: MessageGateway) {
    this.#gateway = gateway;
  }

  on({ data: { name, contact } }: UserRegistered): void {
    if (!contact.lineId) return;
    this.#gateway.send(contact.lineId, `Welcome, ${name}.`);
  }
}
