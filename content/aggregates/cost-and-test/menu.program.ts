/** A menu on a root of our own, and the port through which the outside learns what it has to tell. */
import type { DomainEvent, EventFactory } from 'past-tense';
import { AggregateRoot } from './own-root.program.ts';

// #region port
/** What the outside may ask of everybody in the domain who has something to tell. */
export interface TellsEvents<E> {
  domainEvents(): readonly E[];
  clearDomainEvents(): void;
}
// #endregion port

export type MenuPriceChanged = DomainEvent<'MenuPriceChanged', { menuId: string; from: number; to: number }>;

export class Menu extends AggregateRoot<MenuPriceChanged> {
  readonly id: string;
  #price: number;
  readonly #event: EventFactory;

  constructor(id: string, price: number, event: EventFactory) {
    super();
    this.id = id;
    this.#price = price;
    this.#event = event;
  }

  changePrice(to: number): void {
    const from = this.#price;
    this.#price = to;
    this.registerEvent(this.#event('MenuPriceChanged', { menuId: this.id, from, to }));
  }
}
