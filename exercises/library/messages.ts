/**
 * A fact that already happened: past-tense `type` (ddd-crew, EventStorming glossary), plain data, JSON in and
 * JSON out. Listeners are chosen by the string `type`; in Spring, by the Java type of the event.
 */
export type DomainEvent<Type extends string = string, Data extends object = object> = Readonly<{
  type: Type;
  data: Readonly<Data>;
  /** Identity of the fact: two deliveries with one `eventId` are one fact told twice. */
  eventId: string;
  /** Epoch milliseconds at which it happened in the business, not at which it was stored. */
  occurredAt: number;
}>;

/** Makes an event of the given type and data, and stamps it with `eventId` and `occurredAt`. */
export type EventFactory = <Type extends string, Data extends object>(
  type: Type,
  data: Data,
) => DomainEvent<Type, Data>;

/** Tells the time in epoch milliseconds. Given from outside, so that a test can say what time it is. */
export interface Clock {
  now(): number;
}

/** Gives a new id on each call. Given from outside, so that a test knows the ids beforehand. */
export interface IdGenerator {
  next(): string;
}

/** The events of this factory are frozen, and their data is a copy: a fact does not change after it happened. */
export function eventFactory(clock: Clock, ids: IdGenerator): EventFactory {
  return (type, data) =>
    Object.freeze({
      type,
      data: Object.freeze({ ...data }),
      eventId: ids.next(),
      occurredAt: clock.now(),
    });
}
