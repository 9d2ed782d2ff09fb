import type { DomainEvent, OfType } from './messages.ts';
import { during } from './recording.ts';
import { rethrowCrash } from './simulated-crash.ts';

/** The `order` of a listener that names none: behind all others. Elsewhere: Spring `Ordered.LOWEST_PRECEDENCE`. */
export const LOWEST_PRECEDENCE = 2_147_483_647;

/** How a listener wants to be called. Elsewhere: `@Order` and the attributes of `@EventListener` in Spring. */
export interface EventListenerOptions<E extends DomainEvent = DomainEvent> {
  /** Names the listener in reports. Without one it is called after its type and its number in the publisher: `UserRegistered#1`. */
  id?: string;
  /** Lower is called earlier; equal ones in the order of their registration. Default `LOWEST_PRECEDENCE`. */
  order?: number;
  /** Says for each event whether the listener is called. Elsewhere: `condition` of Spring's `@EventListener`. */
  condition?: (event: E) => boolean;
}

/** What `subscribe` returns: the way to take back that one registration. */
export interface Subscription {
  /** The listener hears no later publication. One that is under way still reaches it. */
  unsubscribe(): void;
}

/**
 * Is told what a listener threw, in place of the publisher's caller; then the next listener is called. What it
 * throws itself reaches the caller. A PublishBudgetExceededError passes it by: an endless chain is no single
 * listener's trouble, and always ends at the caller. So does a `SimulatedCrash`, which is the end of all listeners.
 *
 * Elsewhere: the `ErrorHandler` of Spring's `SimpleApplicationEventMulticaster`.
 */
export type ErrorHandler = (error: unknown, event: DomainEvent, listenerId: string) => void;

/**
 * Brings an event to everybody who listens to its type. The producer does not know who that is.
 *
 * Elsewhere: `ApplicationEventPublisher` with `@EventListener` in Spring, `messagebus` in Cosmic Python, the mediator
 * in dotnet/eShop; generally dispatcher or event bus.
 */
export interface EventPublisher<E extends DomainEvent = DomainEvent> {
  /**
   * Calls every listener of `event.type`, one after the other, and returns after the last has returned. An event
   * that a listener publishes is heard to its end first (depth-first). No listener is no error.
   *
   * Throws what a listener throws, and does not call the remaining listeners; with an `ErrorHandler` it calls them.
   */
  publish(event: E): void;

  /** Adds a listener. The same function added twice is called twice, and each registration has its own end. */
  subscribe<K extends E['type']>(
    type: K,
    listener: (event: OfType<E, K>) => void,
    options?: EventListenerOptions<OfType<E, K>>,
  ): Subscription;
}

/** What `eventPublisher` may be told. */
export interface EventPublisherOptions {
  /** Without one, the first error of a listener ends the publication and reaches its caller. */
  errorHandler?: ErrorHandler;
  /**
   * How many events one `publish` may lead to, itself included. Default 1,000. A chain in which each event led to the
   * next ends at 100 in any case.
   */
  budget?: number;
}

/** More events came of one call than its budget allows: most likely listeners that answer each other for ever. */
export class PublishBudgetExceededError extends Error {
  /**
   * The types from the first event to the one that was too many, each published while the one before was heard. Of a
   * repository with the policy `'drain'`: in the order of their publication.
   */
  readonly chain: readonly string[];

  constructor(finding: string, chain: readonly string[]) {
    super(
      `${finding}: ${shortened(chain).join(' → ')}. ` +
        'Look for a listener that publishes, directly or through others, the event that it hears.',
    );
    this.name = 'PublishBudgetExceededError';
    this.chain = chain;
  }
}

/**
 * A publisher inside one process: synchronous, depth-first, in the order of `order` and then of registration. The
 * listeners of a publication are those at its start; who comes or goes meanwhile counts from the next one.
 *
 * Source: Spring Framework 7.1.0-SNAPSHOT at 91eb42645e2 for synchronous calls, errors, `order` and `condition`.
 * Spring does not promise the order of registration among equals; here it is a rule. The budget is ours.
 */
export function eventPublisher<E extends DomainEvent = DomainEvent>(
  options: EventPublisherOptions = {},
): EventPublisher<E> {
  const { errorHandler, budget = 1_000 } = options;
  // Replaced and never changed, so that a publication under way keeps the list that it began with.
  let registrations: readonly Registration[] = [];
  let registered = 0;
  let spent = 0;
  const chain: string[] = [];

  return {
    publish(event) {
      chain.push(event.type);
      spent = chain.length === 1 ? 1 : spent + 1;
      try {
        during({ kind: 'published', place: 'publisher', label: event.type, payload: event }, () => {
          refuseEndless(chain, spent, budget);
          for (const registration of registrations) {
            if (registration.type === event.type) deliver(event, registration, errorHandler);
          }
        });
      } finally {
        chain.pop();
      }
    },

    subscribe(type, listener, { id, order = LOWEST_PRECEDENCE, condition } = {}) {
      registered += 1;
      const registration = {
        type,
        id: id ?? `${type}#${registered}`,
        order,
        // Only events of this type come here, which the types cannot see.
        listener: listener as Registration['listener'],
        condition: (condition ?? (() => true)) as Registration['condition'],
      };
      registrations = [...registrations, registration].toSorted((a, b) => a.order - b.order);
      return {
        unsubscribe() {
          registrations = registrations.filter((other) => other !== registration);
        },
      };
    },
  };
}

// An endless chain would otherwise end by an overflow of the call stack, which names nobody.
const DEEPEST_CHAIN = 100;

function refuseEndless(chain: readonly string[], spent: number, budget: number): void {
  if (spent > budget) {
    throw new PublishBudgetExceededError(`More than ${budget} events came of one call`, [...chain]);
  }
  if (chain.length > DEEPEST_CHAIN) {
    throw new PublishBudgetExceededError(`A chain of more than ${DEEPEST_CHAIN} events`, [...chain]);
  }
}

type Registration = Readonly<{
  type: string;
  id: string;
  order: number;
  listener: (event: DomainEvent) => void;
  condition: (event: DomainEvent) => boolean;
}>;

function deliver(event: DomainEvent, registration: Registration, errorHandler?: ErrorHandler): void {
  if (errorHandler === undefined) return call(event, registration);
  try {
    call(event, registration);
  } catch (error) {
    rethrowCrash(error);
    // Handled as one listener's trouble, an endless chain would go on with the next listener.
    if (error instanceof PublishBudgetExceededError) throw error;
    errorHandler(error, event, registration.id);
  }
}

function call(event: DomainEvent, { id, condition, listener }: Registration): void {
  if (!condition(event)) return;
  during({ kind: 'listener', place: 'listener', name: id, label: event.type }, () => listener(event));
}

function shortened(chain: readonly string[]): readonly string[] {
  return chain.length <= 8 ? chain : [...chain.slice(0, 5), '…', ...chain.slice(-2)];
}
