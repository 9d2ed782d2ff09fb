import { AggregateRoot, type EventFactory } from 'past-tense';
import type { MenuPriceChanged } from './events.ts';

/** What is printed on the card. */
class Printed {
  readonly won: number;

  constructor(won: number) {
    const rest = won % 100;
    this.won = rest === 0 ? won : won - rest + 100;
  }

  equals(other: Printed): boolean {
    return this.won === other.won;
  }
}

export class Menu extends AggregateRoot<MenuPriceChanged> {
  #printed: Printed;

  constructor(
    readonly id: string,
    price: number,
    private readonly event: EventFactory,
  ) {
    super();
    this.#printed = new Printed(price);
  }

  get price(): number {
    return this.#printed.won;
  }

  changePrice(price: number, causedBy: string | null): void {
    const before = this.#printed;
    const after = new Printed(price);
    if (after.equals(before)) return;
    this.#printed = after;
    this.registerEvent(
      this.event('MenuPriceChanged', { id: this.id, from: before.won, to: after.won, causedBy }),
    );
  }
}
