import type { Command, DomainEvent, ExpectedRevision, StreamRevision } from 'past-tense';

export { fold, WrongExpectedVersionError } from 'past-tense';
export type { Command, Decider, DomainEvent, EventStore, ExpectedRevision, StreamRevision } from 'past-tense';

export interface HandleOptions {
  /** What the caller has seen of the stream. A conflict is then for the caller to solve, and is not retried. */
  expectedRevision?: ExpectedRevision;
  /** How often at most the command is handled again after a conflict. Default 3, so 4 attempts. */
  retries?: number;
}

export type HandledCommand<E extends DomainEvent> = Readonly<{
  /** What was decided; empty if nothing had to happen. */
  events: readonly E[];
  /** The revision of the stream's last event, or 'no_stream' if it has none. */
  nextExpectedRevision: StreamRevision | 'no_stream';
}>;

/** Handles a command that is meant for this stream. */
export type CommandHandler<C extends Command, E extends DomainEvent> = (
  streamName: string,
  command: C,
  options?: HandleOptions,
) => HandledCommand<E>;
