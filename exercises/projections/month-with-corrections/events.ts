import type { DomainEvent } from 'past-tense';

/** A month of the business: `2026-08`. As text it sorts by time. */
export type Month = string;

/** A guest has paid. `won` is what the receipt says at the bottom, with the tax. */
export type BillSettled = DomainEvent<'BillSettled', { billId: string; won: number }>;

/** A bill was corrected by so many won, less than 0 for a refund. It is recorded after its bill. */
export type BillCorrected = DomainEvent<
  'BillCorrected',
  { billId: string; difference: number; reason: string }
>;

/** The month was handed in to the tax office. Months are closed one after the other. */
export type MonthClosed = DomainEvent<'MonthClosed', { month: Month }>;

export type AccountingEvent = BillSettled | BillCorrected | MonthClosed;

/** The tax that one slip says, a receipt or a correction: an eleventh, without what is less than one won. */
export const vatOf = (won: number): number => Math.trunc(won / 11);
