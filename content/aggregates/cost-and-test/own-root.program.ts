/** A root of our own: what an aggregate needs, and no import from any library. */
import type { TellsEvents } from './menu.program.ts';

// #region root
export abstract class AggregateRoot<E> implements TellsEvents<E> {
  #pending: E[] = [];

  protected registerEvent(event: E): void {
    this.#pending.push(event);
  }

  domainEvents(): readonly E[] {
    return [...this.#pending];
  }

  clearDomainEvents(): void {
    this.#pending = [];
  }
}
// #endregion root
