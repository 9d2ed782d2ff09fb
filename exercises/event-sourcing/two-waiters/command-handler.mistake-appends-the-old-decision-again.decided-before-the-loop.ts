import {
  fold,
  WrongExpectedVersionError,
  type Command,
  type CommandHandler,
  type Decider,
  type DomainEvent,
  type EventStore,
  type StreamRevision,
} from './contracts.ts';

export function commandHandler<State, C extends Command, E extends DomainEvent>(
  store: EventStore<E>,
  decider: Decider<State, C, E>,
): CommandHandler<C, E> {
  return (streamName, command, { expectedRevision, retries = 3 } = {}) => {
    const { initialState, decide, evolve } = decider;
    const revisionNow = (): StreamRevision | 'no_stream' =>
      store.readStream(streamName).at(-1)?.revision ?? 'no_stream';
    let revision = revisionNow();
    const history = store.readStream(streamName).map(({ event }) => event);
    const events = decide(command, fold(evolve, initialState(), history));
    if (events.length === 0) return { events, nextExpectedRevision: revision };
    let retriesLeft = expectedRevision === undefined ? retries : 0;
    while (true) {
      try {
        const expected = expectedRevision ?? revision;
        const { nextExpectedRevision } = store.appendToStream(streamName, events, {
          expectedRevision: expected,
        });
        return { events, nextExpectedRevision };
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError) || retriesLeft === 0) throw error;
        retriesLeft -= 1;
        revision = revisionNow();
      }
    }
  };
}
