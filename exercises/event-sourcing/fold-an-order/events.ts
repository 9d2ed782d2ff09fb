import type { DomainEvent } from 'past-tense';

export type { DomainEvent };

export type OrderPlaced = DomainEvent<'OrderPlaced', { orderId: string; table: number }>;
/** One line of the order. `won` is the price of one portion. */
export type LineAdded = DomainEvent<
  'LineAdded',
  { lineId: string; menuId: string; portions: number; won: number }
>;
export type PortionsChanged = DomainEvent<'PortionsChanged', { lineId: string; portions: number }>;
export type LineRemoved = DomainEvent<'LineRemoved', { lineId: string }>;

/** The events that this version of the program knows. A stream may hold others. */
export type OrderEvent = OrderPlaced | LineAdded | PortionsChanged | LineRemoved;

/** The rule since 1 March: a line has at most so many portions. Orders from before may have more. */
export const MAXIMUM_PORTIONS = 20;
