/** The adapter: stands outside the domain and brings its news to the library. */
import type { DomainEvent, EventPublisher } from 'past-tense';
import type { TellsEvents } from './menu.program.ts';

// #region adapter
/** To be called when the root has been stored. */
export function tell<E extends DomainEvent>(root: TellsEvents<E>, publisher: EventPublisher<E>): void {
  for (const event of root.domainEvents()) publisher.publish(event);
  root.clearDomainEvents();
}
// #endregion adapter
