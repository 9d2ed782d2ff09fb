import type { DomainEvent, Projection } from 'past-tense';

export type { Projection };

/** A guest has paid. `won` is what the receipt says at the bottom, with the tax, in whole won. */
export type BillSettled = DomainEvent<'BillSettled', { storeId: string; won: number }>;
export type BillPrinted = DomainEvent<'BillPrinted', { storeId: string }>;

export type SalesEvent = BillSettled | BillPrinted;
