/** A port: what an adapter may ask of everybody who has something to tell. */
export interface TellsEvents<E> {
  domainEvents(): readonly E[];
  clearDomainEvents(): void;
}

/** A list that only its owner writes to; no base class needed. */
export function pendingEvents<E>(): TellsEvents<E> & { add(event: E): void } {
  let pending: readonly E[] = [];
  return {
    add(event) {
      pending = [...pending, event];
    },
    domainEvents: () => [...pending],
    clearDomainEvents() {
      pending = [];
    },
  };
}
