import type { DomainEvent } from 'past-tense';
import type { EventListenerOptions, EventPublisher, OfType, Subscription } from './publisher-contract.ts';

export function eventPublisher<E extends DomainEvent = DomainEvent>(): EventPublisher<E> {
  return new MapPublisher<E>();
}

type Seat = { order: number | undefined; hear: (event: DomainEvent) => void };

/** Keeps one list for each type, inserts at the right place, and reads from a copy. */
class MapPublisher<E extends DomainEvent> implements EventPublisher<E> {
  readonly #seats = new Map<string, Seat[]>();

  publish(event: E): void {
    const copy = this.#of(event.type).slice();
    copy.forEach((seat) => seat.hear(event));
  }

  subscribe<Type extends E['type']>(
    type: Type,
    listener: (event: OfType<E, Type>) => void,
    options: EventListenerOptions<OfType<E, Type>> = {},
  ): Subscription {
    const seat: Seat = {
      order: options.order,
      hear: (event) => {
        const heard = event as OfType<E, Type>;
        if (options.condition?.(heard) ?? true) listener(heard);
      },
    };
    const seats = this.#of(type);
    const later = seats.findIndex((other) => isBefore(seat, other));
    seats.splice(later === -1 ? seats.length : later, 0, seat);
    return { unsubscribe: () => this.#leave(type, seat) };
  }

  #of(type: string): Seat[] {
    const known = this.#seats.get(type) ?? [];
    this.#seats.set(type, known);
    return known;
  }

  #leave(type: string, seat: Seat): void {
    const seats = this.#of(type);
    const place = seats.indexOf(seat);
    if (place >= 0) seats.splice(place, 1);
  }
}

function isBefore(one: Seat, other: Seat): boolean {
  if (one.order === undefined) return false;
  return other.order === undefined || one.order < other.order;
}
