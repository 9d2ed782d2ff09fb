import type { Table } from './database.ts';
import type { IntegrationEvent } from './integration-event.ts';
import type { Clock, DomainEvent } from './messages.ts';
import { copyOfPlainData } from './plain-data.ts';

/**
 * A message on its way to other systems, as a row.
 *
 * Elsewhere: the columns id, aggregatetype, aggregateid, type and payload of Debezium's outbox event router.
 */
export type OutboxMessage = Readonly<{
  /** The `eventId`, or the `messageId`, by which the receiver tells a repetition. */
  id: string;
  /** Names the topic, in Debezium: `Member`. */
  aggregateType: string;
  /** Messages about one aggregate keep their order. Elsewhere: message key, partition key. */
  aggregateId: string;
  /** The type of the event, or the name in the contract. */
  type: string;
  /** The event as JSON, as it was when it was added. */
  payload: string;
  /** `'PARKED'`: sending it has failed too often; it waits for a human. */
  status: 'PENDING' | 'SENT' | 'PARKED';
  /** How often sending it was tried, as far as anybody lived to write it down. */
  attempts: number;
  /** Epoch milliseconds. Before that nobody tries. */
  nextAttemptAt: number;
  /** Why sending it failed the last time. */
  lastError?: string;
}>;

/**
 * Messages that wait for their sending in the database of the state that they tell of, so that one commit writes both.
 * `add` in the transaction of the change; outside of one each message is committed at once, and a crash parts the two.
 *
 * Elsewhere: transactional outbox; the table that Debezium's outbox event router reads, the message table of Eventuate
 * Tram.
 */
export interface Outbox {
  /**
   * Writes a message for each event, in order. One that is there already is not written again. What other teams read is an
   * {@link IntegrationEvent}; a domain event is for readers of the same model.
   *
   * Throws a TypeError that names the place for an event that is no plain data.
   */
  add(
    events: readonly (DomainEvent | IntegrationEvent)[],
    source: { aggregateType: string; aggregateId: string },
  ): void;
  /**
   * The messages that may be sent now, in the order of their commit: those whose time has come, without those that stand
   * behind a message about the same aggregate that is parked or has to wait.
   *
   * @param limit How many at most.
   */
  pending(limit?: number): OutboxMessage[];
  /** The message was sent, and is kept. */
  markSent(id: string): void;
  /**
   * Sending it failed. It is tried again after 1, 2, 4 and 8 seconds; with the fifth failure it is parked. A message that
   * is not pending stays as it is.
   */
  markFailed(id: string, error: unknown): void;
  /** A parked message is pending again, with five new attempts. Any other stays as it is. */
  release(id: string): void;
}

const mostAttempts = 5;
const firstDelayMs = 1_000;

/**
 * An outbox in a table.
 *
 * It finds what is to be sent by its status and not by a position that somebody remembers. Ids and sequence numbers are
 * given out before the commit, so the row with the lower one may appear later, and a position would have passed it.
 *
 * Source: columns and order by key as in Debezium at aad5519902. Back-off and parking are this course's own.
 *
 * @param table Of the database in which the state is.
 * @param clock Says whose time has come.
 */
export function tableOutbox(table: Table<OutboxMessage>, clock: Clock): Outbox {
  const change = (
    id: string,
    from: OutboxMessage['status'],
    to: (message: OutboxMessage) => OutboxMessage,
  ) => {
    const message = table.get(id);
    if (!message) throw new Error(`There is no message ${id} in the outbox.`);
    if (message.status === from) table.put(to(message));
  };

  return {
    add(events, { aggregateType, aggregateId }) {
      for (const event of events) {
        const isForOthers = 'messageId' in event;
        const type = isForOthers ? event.name : event.type;
        table.insertIfAbsent({
          id: isForOthers ? event.messageId : event.eventId,
          aggregateType,
          aggregateId,
          type,
          payload: JSON.stringify(copyOfPlainData(event, type)),
          status: 'PENDING',
          attempts: 0,
          nextAttemptAt: clock.now(),
        });
      }
    },

    pending(limit = Infinity) {
      const now = clock.now();
      const heldUp = new Set<string>();
      const sendable: OutboxMessage[] = [];
      for (const message of table.find(({ status }) => status !== 'SENT')) {
        const isDue = message.status === 'PENDING' && message.nextAttemptAt <= now;
        if (!isDue) heldUp.add(orderingKey(message));
        else if (!heldUp.has(orderingKey(message))) sendable.push(message);
      }
      return sendable.slice(0, limit);
    },

    markSent: (id) =>
      change(id, 'PENDING', (message) => ({ ...message, status: 'SENT', attempts: message.attempts + 1 })),

    markFailed: (id, error) =>
      change(id, 'PENDING', (message) => {
        const attempts = message.attempts + 1;
        return {
          ...message,
          status: attempts < mostAttempts ? 'PENDING' : 'PARKED',
          attempts,
          nextAttemptAt: clock.now() + firstDelayMs * 2 ** (attempts - 1),
          lastError: String(error),
        };
      }),

    release: (id) =>
      change(id, 'PARKED', (message) => ({
        ...message,
        status: 'PENDING',
        attempts: 0,
        nextAttemptAt: clock.now(),
      })),
  };
}

/** Equal for messages that keep their order. */
export const orderingKey = ({ aggregateType, aggregateId }: OutboxMessage): string =>
  JSON.stringify([aggregateType, aggregateId]);
