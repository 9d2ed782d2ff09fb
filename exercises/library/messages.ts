import { copyOfPlainData, deepFreeze } from './plain-data.ts';

/**
 * A fact that already happened: past-tense `type` (ddd-crew, EventStorming glossary), plain data, JSON in and
 * JSON out. Listeners are chosen by the string `type`; in Spring, by the Java type of the event.
 *
 * Elsewhere: `DomainEvent` in jMolecules.
 */
export type DomainEvent<Type extends string = string, Data extends object = object> = Readonly<{
  /** What happened, in the past tense: `PasswordChanged`. The key by which listeners are chosen. */
  type: Type;
  /** What somebody who was not there needs to know: identities and values, no entities. */
  data: Readonly<Data>;
  /** Identity of the fact: two deliveries with one `eventId` are one fact told twice. */
  eventId: string;
  /** Epoch milliseconds at which it happened in the business, not at which it was stored. */
  occurredAt: number;
}>;

/**
 * A wish that somebody does something: imperative `type` (`ChangePassword`), plain data. It has one addressee and
 * may be refused; an event has any number of listeners and can only be noticed.
 *
 * Elsewhere: the blue note of EventStorming; `Command` in Emmett and Cosmic Python.
 */
export type Command<Type extends string = string, Data extends object = object> = Readonly<{
  /** What is to be done, in the imperative: `ChangePassword`. */
  type: Type;
  /** What is needed to do it. */
  data: Readonly<Data>;
}>;

/**
 * Of the events `E`, those with the type `K`: `OfType<UserRegistered | PasswordChanged, 'PasswordChanged'>` is
 * `PasswordChanged`. Where the types are not known beforehand (`DomainEvent`), it stays `E`.
 */
export type OfType<E extends DomainEvent, K extends E['type']> = string extends E['type']
  ? E
  : Extract<E, { type: K }>;

/** Makes an event of the given type and data, and stamps it with `eventId` and `occurredAt`. */
export type EventFactory = <Type extends string, Data extends object>(
  type: Type,
  data: Data,
) => DomainEvent<Type, Data>;

/** Tells the time. Given from outside, so that a test can say what time it is. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** Gives ids. Given from outside, so that a test knows them beforehand. */
export interface IdGenerator {
  /** A new id on each call. */
  next(): string;
}

/**
 * A factory of events that cannot change: each is frozen, and its data is a copy, however deep it goes.
 *
 * Throws a TypeError that names the place when the data is no plain data, such as `data.at` with a Date in it: a
 * fact has to be the same after a journey through JSON.
 *
 * @param clock Is asked once per event, for its `occurredAt`.
 * @param ids Is asked once per event, for its `eventId`.
 */
export function eventFactory(clock: Clock, ids: IdGenerator): EventFactory {
  return (type, data) =>
    deepFreeze({
      type,
      data: copyOfPlainData(data, 'data'),
      eventId: ids.next(),
      occurredAt: clock.now(),
    });
}
