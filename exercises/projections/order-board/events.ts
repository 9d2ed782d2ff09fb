import type { DomainEvent } from 'past-tense';

export type OrderPlaced = DomainEvent<'OrderPlaced', { table: number }>;
export type LineAdded = DomainEvent<'LineAdded', { lineId: string; menuId: string; portions: number }>;
export type PortionsChanged = DomainEvent<'PortionsChanged', { lineId: string; portions: number }>;
export type LineRemoved = DomainEvent<'LineRemoved', { lineId: string }>;
export type OrderAccepted = DomainEvent<'OrderAccepted', { by: string }>;
export type OrderServed = DomainEvent<'OrderServed', { by: string }>;
export type OrderCompleted = DomainEvent<'OrderCompleted', { won: number }>;
export type OrderCancelled = DomainEvent<'OrderCancelled', { reason: string }>;

/**
 * What happens to an order. Each order has a stream of its own, `order-7` for example, and an event is about the order
 * in whose stream it stands. The store holds other streams and other types of events as well.
 */
export type OrderEvent =
  | OrderPlaced
  | LineAdded
  | PortionsChanged
  | LineRemoved
  | OrderAccepted
  | OrderServed
  | OrderCompleted
  | OrderCancelled;
