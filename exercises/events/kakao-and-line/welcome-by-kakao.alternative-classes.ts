import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

export function welcomeByKakao(gateway: MessageGateway): (event: UserRegistered) => void {
  const handler = new KakaoWelcome(gateway);
  return (event) => handler.on(event);
}

class KakaoWelcome {
  readonly #gateway: MessageGateway;

  constructor(gateway: MessageGateway) {
    this.#gateway = gateway;
  }

  on(event: UserRegistered): void {
    const { name, contact } = event.data;
    this.#gateway.send(contact.phone, `Welcome, ${name}.`);
  }
}
