import {
  fold,
  WrongExpectedVersionError,
  type Command,
  type CommandHandler,
  type Decider,
  type DomainEvent,
  type EventStore,
  type ExpectedRevision,
  type HandledCommand,
} from './contracts.ts';

export function commandHandler<State, C extends Command, E extends DomainEvent>(
  store: EventStore<E>,
  decider: Decider<State, C, E>,
): CommandHandler<C, E> {
  return (streamName, command, { expectedRevision, retries = 3 } = {}) => {
    const retriesLeft = expectedRevision === undefined ? retries : 0;
    for (let retry = 0; ; retry += 1) {
      try {
        return handleOnce(store, decider, streamName, command, expectedRevision);
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError) || retry >= retriesLeft) throw error;
      }
    }
  };
}

function handleOnce<State, C extends Command, E extends DomainEvent>(
  store: EventStore<E>,
  { initialState, decide, evolve }: Decider<State, C, E>,
  streamName: string,
  command: C,
  expected: ExpectedRevision | undefined,
): HandledCommand<E> {
  const history = store.readStream(streamName);
  const revision = history.at(-1)?.revision ?? 'no_stream';
  const events = decide(
    command,
    fold(
      evolve,
      initialState(),
      history.map(({ event }) => event),
    ),
  );
  if (events.length === 0) return { events, nextExpectedRevision: revision };
  const { nextExpectedRevision } = store.appendToStream(streamName, events, {
    expectedRevision: expected ?? revision,
  });
  return { events, nextExpectedRevision };
}
