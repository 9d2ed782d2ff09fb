import type { DomainEvent } from 'past-tense';

/** Keeps what happened to an aggregate until somebody publishes it. */
export abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  abstract readonly id: string;

  protected registerEvent<T extends E>(event: T): T {
    if (event == null) throw new Error('No event.');
    tray.push(event);
    return event;
  }

  domainEvents(): readonly E[] {
    return tray.slice() as E[];
  }

  clearDomainEvents(): void {
    tray.length = 0;
  }

  pullDomainEvents(): readonly E[] {
    return tray.splice(0) as E[];
  }
}

const tray: DomainEvent[] = [];
