/** A bill of Haru Kitchen that decides: commands in, events out. */
import { fold, type Command, type Decider, type DomainEvent } from 'past-tense';

export type BillEvent =
  | DomainEvent<'DishServed', { dish: string; won: number }>
  | DomainEvent<'DishTakenOff', { dish: string; won: number; reason: string }>
  | DomainEvent<'BillSettled', { by: string }>;

// #region commands
type About = { commandId: string; at: number };

export type BillCommand =
  | Command<'TakeOff', About & { dish: string; won: number; reason: string }>
  | Command<'Settle', About & { by: string }>;
// #endregion commands

export type Bill = Readonly<{ won: number; settled: boolean }>;

const MOST_TAKEN_OFF = 30_000;

// #region decide
export function decide(command: BillCommand, bill: Bill): readonly BillEvent[] {
  switch (command.type) {
    case 'TakeOff': {
      const { dish, won, reason } = command.data;
      if (bill.settled) throw new Error('The bill is settled.');
      if (won > MOST_TAKEN_OFF || won > bill.won) throw new Error(`${won} won are too much.`);
      return [fact(command, 'DishTakenOff', { dish, won, reason })];
    }
    case 'Settle':
      if (bill.settled) return [];
      return [fact(command, 'BillSettled', { by: command.data.by })];
  }
}
// #endregion decide

function evolve(bill: Bill, event: BillEvent): Bill {
  switch (event.type) {
    case 'DishServed':
      return { ...bill, won: bill.won + event.data.won };
    case 'DishTakenOff':
      return { ...bill, won: bill.won - event.data.won };
    case 'BillSettled':
      return { ...bill, settled: true };
    default:
      return bill;
  }
}

// #region decider
export const billDecider: Decider<Bill, BillCommand, BillEvent> = {
  initialState: () => ({ won: 0, settled: false }),
  decide,
  evolve,
};
// #endregion decider

// #region fact
function fact<Type extends string, Data extends object>(
  { data: { commandId, at } }: BillCommand,
  type: Type,
  data: Data,
): DomainEvent<Type, Data> {
  return { type, data, eventId: `${commandId}/${type}`, occurredAt: at };
}
// #endregion fact

export const served = (dish: string, won: number): BillEvent => ({
  type: 'DishServed',
  data: { dish, won },
  eventId: `served-${dish}`,
  occurredAt: 0,
});
export const takeOff = (dish: string, won: number): BillCommand => ({
  type: 'TakeOff',
  data: { commandId: `take-off-${dish}`, at: 0, dish, won, reason: 'came cold' },
});
export const settle = (): BillCommand => ({
  type: 'Settle',
  data: { commandId: 'settle', at: 0, by: 'card' },
});

/** What happens when this is asked for after that history: the types of the events, `nothing` or `refused`. */
export function answerTo(command: BillCommand, history: readonly BillEvent[]): string {
  const bill = fold(evolve, billDecider.initialState(), history);
  try {
    return (
      decide(command, bill)
        .map(({ type }) => type)
        .join() || 'nothing'
    );
  } catch {
    return 'refused';
  }
}
