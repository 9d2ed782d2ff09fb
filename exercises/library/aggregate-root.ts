import type { DomainEvent } from './messages.ts';
import { note } from './recording.ts';

/**
 * The entity that speaks for its whole aggregate: it registers what happened, and keeps it until somebody
 * publishes it. Registering publishes nothing.
 *
 * Elsewhere: Spring Data `AbstractAggregateRoot`, after which the first three methods are named.
 */
export abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  /** The identity of the aggregate: it stays the same while everything else may change. */
  abstract readonly id: string;

  // `#private` rather than `private`: the list then exists for no serializer, so it never lands in a row.
  #pendingEvents: E[] = [];

  /**
   * Appends the event to the pending ones and returns it. Publishes nothing.
   *
   * Throws a TypeError for null and undefined; Spring Data refuses null, too. Protected: only the aggregate knows what
   * happened to it.
   */
  protected registerEvent<T extends E>(event: T): T {
    if (event === null || event === undefined) {
      throw new TypeError(`registerEvent expects a domain event, but received ${String(event)}.`);
    }
    this.#pendingEvents.push(event);
    note({ kind: 'registered', place: 'aggregate', name: this, label: event.type, payload: event });
    return event;
  }

  /**
   * The pending events in the order of their registration. A copy: changing it changes nothing here.
   *
   * Elsewhere: the method marked `@DomainEvents` in Spring Data, which returns an unmodifiable view.
   */
  domainEvents(): readonly E[] {
    return [...this.#pendingEvents];
  }

  /** Forgets the pending events. Elsewhere: the method marked `@AfterDomainEventPublication` in Spring Data. */
  clearDomainEvents(): void {
    this.#takeAll('clearDomainEvents');
  }

  /**
   * Returns the pending events and forgets them: a second call returns none.
   *
   * Elsewhere: `collect_new_events` in Cosmic Python; many event-sourcing kits say "uncommitted events".
   */
  pullDomainEvents(): readonly E[] {
    return this.#takeAll('pullDomainEvents');
  }

  #takeAll(label: string): E[] {
    const taken = this.#pendingEvents;
    this.#pendingEvents = [];
    if (taken.length > 0) note({ kind: 'cleared', place: 'aggregate', name: this, label });
    return taken;
  }
}
