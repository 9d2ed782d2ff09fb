import type { Command, DomainEvent } from 'past-tense';

export type DishServed = DomainEvent<'DishServed', { dish: string; won: number }>;
/** `won` is what was paid. */
export type BillSettled = DomainEvent<'BillSettled', { won: number }>;
/** `difference` is what has to be added to what the bill came to before: -18000 if it was 18,000 won too high. */
export type BillCorrected = DomainEvent<'BillCorrected', { difference: number; reason: string; by: string }>;

export type BillEvent = DishServed | BillSettled | BillCorrected;

/** `shouldBe` is what the bill should come to, all in all. `by` is who says so. */
export type CorrectBill = Command<
  'CorrectBill',
  { billId: string; shouldBe: number; reason: string; by: string; at: number; commandId: string }
>;

/** The month of a moment in Seoul, where Haru Kitchen is: '2026-03'. */
export function monthOf(epochMs: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Seoul',
    year: 'numeric',
    month: '2-digit',
  }).formatToParts(epochMs);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}`;
}
