/** The bill of table 12, for two tablets at one store. */
import { commandHandler, inMemoryEventStore, type Command, type Decider, type DomainEvent } from 'past-tense';
import { fixedClock } from 'past-tense/testing';

export type BillEvent =
  DomainEvent<'DishServed', { dish: string; won: number }> | DomainEvent<'BillSettled', { won: number }>;

export type BillCommand =
  | Command<'Serve', { commandId: string; dish: string; won: number }>
  | Command<'Settle', { commandId: string }>;

export type Bill = Readonly<{ won: number; settled: boolean }>;

export const billDecider: Decider<Bill, BillCommand, BillEvent> = {
  initialState: () => ({ won: 0, settled: false }),
  decide(command, bill) {
    const fact = { eventId: `${command.data.commandId}/1`, occurredAt: 0 };
    switch (command.type) {
      case 'Serve': {
        if (bill.settled) throw new Error('The bill is settled.');
        const { dish, won } = command.data;
        return [{ ...fact, type: 'DishServed', data: { dish, won } }];
      }
      case 'Settle':
        return bill.settled ? [] : [{ ...fact, type: 'BillSettled', data: { won: bill.won } }];
    }
  },
  evolve(bill, event) {
    switch (event.type) {
      case 'DishServed':
        return { ...bill, won: bill.won + event.data.won };
      case 'BillSettled':
        return { ...bill, settled: true };
      default:
        return bill;
    }
  },
};

export const served = (dish: string, won: number): BillEvent => ({
  type: 'DishServed',
  data: { dish, won },
  eventId: dish,
  occurredAt: 0,
});
export const settled = (won: number): BillEvent => ({
  type: 'BillSettled',
  data: { won },
  eventId: 'settled',
  occurredAt: 0,
});

/** A store with the bill of table 12: two dishes, so its last revision is 1. */
export function storeWithBill() {
  const store = inMemoryEventStore<BillEvent>(fixedClock(0));
  store.appendToStream('bill-12', [served('bulgogi', 32_000), served('beer', 9_000)], {
    expectedRevision: 'no_stream',
  });
  return store;
}

export function tablet(store: ReturnType<typeof storeWithBill>) {
  // #region handler
  const handle = commandHandler(store, billDecider);
  handle('bill-12', { type: 'Serve', data: { commandId: 'tablet-3/881', dish: 'hotteok', won: 6_000 } });
  // #endregion handler
  return handle;
}
