/** Bill 4711 of Haru Kitchen, as the events of an evening and as the row that they come to. */
import { eventFactory, type DomainEvent } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

// #region events
export type BillEvent =
  | DomainEvent<'DishServed', { dish: string; won: number }>
  | DomainEvent<'DishTakenOff', { dish: string; won: number; reason: string }>
  | DomainEvent<'BillSettled', { by: string }>;
// #endregion events

export type BillRow = Readonly<{ won: number; paid: boolean }>;

// #region row
export function rowOf(history: readonly BillEvent[]): BillRow {
  let won = 0;
  let paid = false;
  for (const event of history) {
    if (event.type === 'DishServed') won += event.data.won;
    if (event.type === 'DishTakenOff') won -= event.data.won;
    if (event.type === 'BillSettled') paid = true;
  }
  return { won, paid };
}
// #endregion row

const event = eventFactory(fixedClock(0), sequentialIds());

// #region evenings
export const eveningOfTheComplaint: readonly BillEvent[] = [
  event('DishServed', { dish: 'bibimbap', won: 12_000 }),
  event('DishServed', { dish: 'tteokbokki', won: 9_000 }),
  event('DishTakenOff', { dish: 'tteokbokki', won: 9_000, reason: 'came cold' }),
  event('DishServed', { dish: 'tteokbokki', won: 9_000 }),
  event('BillSettled', { by: 'card' }),
];

export const quietEvening: readonly BillEvent[] = [
  event('DishServed', { dish: 'bibimbap', won: 12_000 }),
  event('DishServed', { dish: 'tteokbokki', won: 9_000 }),
  event('BillSettled', { by: 'cash' }),
];
// #endregion evenings
