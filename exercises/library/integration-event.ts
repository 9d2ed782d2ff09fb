import type { DomainEvent, OfType } from './messages.ts';
import { copyOfPlainData, deepFreeze } from './plain-data.ts';

/**
 * What other systems are told: a contract with people who cannot be asked before a refactoring. Its JSON, once published,
 * changes by a new version only.
 *
 * Elsewhere: integration event in dotnet/eShop and the .NET guides of Microsoft; an externalized event in Spring
 * Modulith; a message in Castore.
 */
export type IntegrationEvent<Payload extends object = object> = Readonly<{
  /** The name in the contract, no name of a class or type of ours: `member.registered`. */
  name: string;
  /** The version of the payload's shape, from 1. */
  version: number;
  /** Messages with the same key keep their order: the id of the aggregate. Elsewhere: message key, partition key. */
  key: string;
  /** Tells a repeated delivery: the `eventId` of the domain event. */
  messageId: string;
  /** What the consumer needs to act without asking back. */
  payload: Readonly<Payload>;
}>;

/** How one type of domain event is told outside. */
export interface IntegrationContract<E extends DomainEvent> {
  name: string;
  version: number;
  /** The id of the aggregate that the event is about. */
  key: (event: E) => string;
  /**
   * Names each field that goes outside. Spreading `event.data` would let out whatever somebody adds there later, and a
   * renaming inside would be a renaming outside.
   */
  payload: (event: E) => object;
}

/** Decides what leaves the building, and in which words. */
export interface IntegrationEventTranslator<E extends DomainEvent> {
  /** The message for other systems, or undefined: without a contract an event stays inside. */
  toIntegrationEvent(event: E): IntegrationEvent | undefined;
}

/**
 * A translator by contracts, one for each type that is told outside. Its messages are frozen plain data; `JSON.stringify`
 * writes the fields in the order of {@link IntegrationEvent}, then those of the payload as the contract names them.
 *
 * Throws a TypeError that names the place for a payload that is no plain data.
 */
export function integrationEventTranslator<E extends DomainEvent>(contracts: {
  readonly [K in E['type']]?: IntegrationContract<OfType<E, K>>;
}): IntegrationEventTranslator<E> {
  return {
    toIntegrationEvent(event) {
      if (!Object.hasOwn(contracts, event.type)) return undefined;
      // The contract under a type takes events of this type, which the types cannot see.
      const contract = contracts[event.type as E['type']] as IntegrationContract<E> | undefined;
      if (contract === undefined) return undefined;
      const { name, version, key, payload } = contract;
      return deepFreeze({
        name,
        version,
        key: key(event),
        messageId: event.eventId,
        payload: copyOfPlainData(payload(event), `the payload of ${name}`),
      });
    },
  };
}
