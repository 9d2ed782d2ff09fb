import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

export class LineWelcome {
  readonly #gateway: MessageGateway;

  constructor(gateway: MessageGateway) {
    this.#gateway = gateway;
  }

  on({ data: { name, contact } }: UserRegistered): void {
    if (!contact.lineId) return;
    this.#gateway.send(contact.lineId, `Welcome, ${name}.`);
  }
}
