import { fold, type Decider } from './decider.ts';
import {
  WrongExpectedVersionError,
  type EventStore,
  type ExpectedRevision,
  type StreamRevision,
} from './event-store.ts';
import type { Command, DomainEvent } from './messages.ts';
import { during } from './recording.ts';

/** What the caller of a command handler may ask for. */
export interface HandleOptions {
  /**
   * What the caller has seen of the stream. With a revision or `'no_stream'` the decision is made on the state of then,
   * and a conflict is the caller's to solve: it is not retried. Default: the revision that was read.
   */
  expectedRevision?: ExpectedRevision;
  /** How often at most a command is handled again after a conflict. Default 3, as in Emmett, so 4 attempts. */
  retries?: number;
}

/** What came of a command. */
export type HandledCommand<E extends DomainEvent = DomainEvent> = Readonly<{
  /** What was decided; empty if nothing had to happen. */
  events: readonly E[];
  /** The last revision of the stream as far as this command knows: what the same caller expects next. */
  nextExpectedRevision: StreamRevision | 'no_stream';
  /** Whether these events were there already and nothing was written. */
  idempotent: boolean;
}>;

/**
 * Handles a command that is meant for this stream: reads, folds, decides, appends.
 *
 * Throws what `decide` throws, and the {@link WrongExpectedVersionError} after the last retry.
 */
export type CommandHandler<C extends Command, E extends DomainEvent = DomainEvent> = (
  streamName: string,
  command: C,
  options?: HandleOptions,
) => HandledCommand<E>;

/**
 * A command handler for the streams of one kind. The events are appended at the revision on which they were decided. If
 * somebody came first, the whole handling is done again: the old decision was made on a state that is no longer true, and
 * the new one may be a refusal. Other errors are not retried, and a command that decides on nothing appends nothing.
 *
 * A caller who lost the answer may send the command with the same `expectedRevision` again. If its events have the same
 * ids as before, nothing is written and the result is `idempotent`; to give them such ids is the decider's task.
 *
 * Elsewhere: `CommandHandler` in Emmett, which also waits between retries (100 ms, growing by 1.5);
 * `FetchForWriting` in Marten; Castore retries twice.
 */
export function commandHandler<State, C extends Command, E extends DomainEvent>(
  store: EventStore<E>,
  decider: Decider<State, C, E>,
): CommandHandler<C, E> {
  return (streamName, command, options) =>
    during({ kind: 'command', place: 'caller', label: command.type, payload: command }, () =>
      handle(streamName, command, options),
    );

  function handle(
    streamName: string,
    command: C,
    { expectedRevision, retries = 3 }: HandleOptions = {},
  ): HandledCommand<E> {
    if (expectedRevision !== undefined) {
      return handleOnce(store, decider, streamName, command, expectedRevision);
    }
    for (let retriesLeft = retries; ; retriesLeft -= 1) {
      try {
        return handleOnce(store, decider, streamName, command);
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError) || retriesLeft <= 0) throw error;
      }
    }
  }
}

function handleOnce<State, C extends Command, E extends DomainEvent>(
  store: EventStore<E>,
  { initialState, decide, evolve }: Decider<State, C, E>,
  streamName: string,
  command: C,
  expected?: ExpectedRevision,
): HandledCommand<E> {
  const seen = eventsSeen(store, streamName, expected);
  const revision = seen.at(-1)?.revision ?? 'no_stream';
  if (typeof expected === 'number' && revision !== expected) {
    throw new WrongExpectedVersionError(streamName, expected, revision);
  }
  const history = seen.map(({ event }) => event);
  const events = decide(command, fold(evolve, initialState(), history));
  if (events.length === 0) return { events, nextExpectedRevision: revision, idempotent: false };
  return { events, ...store.appendToStream(streamName, events, { expectedRevision: expected ?? revision }) };
}

function eventsSeen<E extends DomainEvent>(
  store: EventStore<E>,
  streamName: string,
  expected: ExpectedRevision | undefined,
) {
  if (expected === 'no_stream') return [];
  return store.readStream(streamName, typeof expected === 'number' ? { toRevision: expected } : {});
}
