import type { Command, DomainEvent } from './messages.ts';

/**
 * How one kind of thing decides and how it changes, as three pure functions. What the rules say is in `decide`, and what
 * the facts did is in `evolve`; nothing reads a clock or a store.
 *
 * Elsewhere: `Decider` in Emmett, with its order of type parameters; in Axon, `@CommandHandler` for `decide` and
 * `@EventSourcingHandler` for `evolve`.
 */
export interface Decider<State, C extends Command, E extends DomainEvent> {
  /** The state before anything happened. */
  initialState: () => State;
  /**
   * What happens when this is asked for in this state: no event if nothing does, an error if a rule forbids it. The same
   * command in the same state gives the same events.
   */
  decide: (command: C, state: State) => readonly E[];
  /**
   * The state after the event. It checks no rule and never throws: the event has happened, whatever the rules say today.
   * It returns the state as it is for an event that it does not know.
   *
   * Source: Axon, which says that event sourcing handlers must neither validate nor ignore the change that an event
   * represents (AxonFramework at 8d5c40e09c).
   */
  evolve: (state: State, event: E) => State;
}

/**
 * The state after all of these events, one after the other. Begun with the state that a fold has returned, it goes on from
 * there: that is what makes snapshots possible.
 *
 * Elsewhere: left fold or reduce; `aggregateStream` in Emmett, `AggregateStreamAsync` in Marten.
 */
export function fold<State, E extends DomainEvent>(
  evolve: (state: State, event: E) => State,
  state: State,
  events: readonly E[],
): State {
  return events.reduce((before, event) => evolve(before, event), state);
}
