import {
  fold,
  type Command,
  type CommandHandler,
  type Decider,
  type DomainEvent,
  type EventStore,
} from './contracts.ts';

export function commandHandler<State, C extends Command, E extends DomainEvent>(
  store: EventStore<E>,
  { initialState, decide, evolve }: Decider<State, C, E>,
): CommandHandler<C, E> {
  return (streamName, command) => {
    const history = store.readStream(streamName).map(({ event }) => event);
    const events = decide(command, fold(evolve, initialState(), history));
    const { nextExpectedRevision } = store.appendToStream(streamName, events, { expectedRevision: 'any' });
    return { events, nextExpectedRevision };
  };
}
