import { WrongExpectedVersionError } from './contracts.ts';
import type {
  Command,
  CommandHandler,
  Decider,
  DomainEvent,
  EventStore,
  HandledCommand,
} from './contracts.ts';

export function commandHandler<State, C extends Command, E extends DomainEvent>(
  store: EventStore<E>,
  decider: Decider<State, C, E>,
): CommandHandler<C, E> {
  return function handle(streamName, command, { expectedRevision, retries = 3 } = {}): HandledCommand<E> {
    let state = decider.initialState();
    let seen: number | 'no_stream' = 'no_stream';
    for (const recorded of store.readStream(streamName)) {
      state = decider.evolve(state, recorded.event);
      seen = recorded.revision;
    }

    const events = decider.decide(command, state);
    const outcome =
      events.length > 0 ? tryToAppend(store, streamName, events, expectedRevision ?? seen) : seen;
    if (!(outcome instanceof WrongExpectedVersionError)) return { events, nextExpectedRevision: outcome };
    if (expectedRevision !== undefined || retries < 1) throw outcome;
    return handle(streamName, command, { retries: retries - 1 });
  };
}

function tryToAppend<E extends DomainEvent>(
  store: EventStore<E>,
  streamName: string,
  events: readonly E[],
  expectedRevision: Parameters<EventStore<E>['appendToStream']>[2]['expectedRevision'],
): number | WrongExpectedVersionError {
  try {
    return store.appendToStream(streamName, events, { expectedRevision }).nextExpectedRevision;
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return error;
    throw error;
  }
}
