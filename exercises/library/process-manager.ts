import type { Table } from './database.ts';
import type { Command, DomainEvent } from './messages.ts';
import { during } from './recording.ts';
import type { TransactionManager } from './transaction-manager.ts';

/**
 * A flow of several steps as one object: events go in, commands come out. It changes no aggregate itself and decides
 * nothing that is their business; it knows how far the flow has come and what is to be asked for next, compensation
 * included. All functions are pure.
 *
 * Elsewhere: saga in Axon 4 and Eventuate Tram, workflow in Emmett; on an event-storming wall, a policy with a memory.
 */
export interface ProcessManager<E extends DomainEvent, C extends Command, State> {
  /** The state before the first event of a process. */
  initialState: () => State;
  /** Names the process that the event belongs to, such as the id of the order. */
  correlate: (event: E) => string;
  /** What is asked for after this event. `state` is that of before the event; what came too late is seen by it. */
  react: (state: State, event: E) => readonly C[];
  /** The state after the event. */
  evolve: (state: State, event: E) => State;
}

/** A row of the processes: its id is what `correlate` returns. */
export type ProcessRow<State> = {
  id: string;
  state: State;
  /** The `eventId`s that this process has seen. */
  seenEventIds: readonly string[];
};

/** What a process manager needs to run. */
export interface ProcessHandling<E extends DomainEvent, C extends Command, State> {
  /** What is asked for when. */
  process: ProcessManager<E, C, State>;
  /** Where the processes are kept from one event to the next. Their state is plain data. */
  table: Table<ProcessRow<State>>;
  /** Of the database of the table. */
  transactions: TransactionManager;
  /** Hands a command over. Called inside the transaction, after the new state was written. */
  send: (command: C) => void;
}

/**
 * A listener that runs the processes. An event that a process has seen is passed over: two deliveries lead to the
 * commands of one. A process that was not there yet begins.
 *
 * The new state and the commands are one transaction. When `send` throws, the error reaches the caller and the process is
 * as before the event, so that the event can be delivered again. What `send` did before then is undone only if it is in
 * the same database, such as a row of an outbox; otherwise it happens again, and the receiver has to bear it.
 *
 * Source: the inbox of Eventuate Tram at b50d8e7 keeps (consumer, message) in the transaction of the handler; here the
 * process is the consumer, and remembers in its own row.
 */
export function processHandler<E extends DomainEvent, C extends Command, State>({
  process,
  table,
  transactions,
  send,
}: ProcessHandling<E, C, State>): (event: E) => void {
  return (event) =>
    transactions.execute(() => {
      const id = process.correlate(event);
      const before: ProcessRow<State> = table.get(id) ?? {
        id,
        state: process.initialState(),
        seenEventIds: [],
      };
      if (before.seenEventIds.includes(event.eventId)) return;
      const commands = process.react(before.state, event);
      // Before the sending: a command may lead to the next event of this process while it is being sent.
      table.put({
        id,
        state: process.evolve(before.state, event),
        seenEventIds: [...before.seenEventIds, event.eventId],
      });
      for (const command of commands) {
        const { type: label } = command;
        during({ kind: 'command', place: 'process', name: id, label, payload: command }, () => send(command));
      }
    });
}
