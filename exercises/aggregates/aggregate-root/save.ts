import type { DomainEvent } from 'past-tense';
import { bus } from './bus.ts';

/** What `save` needs of an aggregate. Your class offers the last two. */
export interface Saveable {
  readonly id: string;
  domainEvents(): readonly DomainEvent[];
  clearDomainEvents(): void;
}

/** Stores every field of the aggregate as one row, then publishes what waits in it, then clears the list. */
export function save(aggregate: Saveable, table: Map<string, object>): void {
  table.set(aggregate.id, { ...aggregate });
  for (const event of aggregate.domainEvents()) bus.publish(event);
  aggregate.clearDomainEvents();
}
