/** Four commands for one bill, each handled by the library: read, folded, decided, appended. */
import { commandHandler, inMemoryEventStore } from 'past-tense';
import { fixedClock } from 'past-tense/testing';
import { billDecider, served, settle, takeOff, type BillCommand, type BillEvent } from './bill.program.ts';

export function timeline(): () => void {
  const store = inMemoryEventStore<BillEvent>(fixedClock(0));
  store.appendToStream('bill-4711', [served('bibimbap', 12_000), served('tteokbokki', 9_000)], {
    expectedRevision: 'no_stream',
  });
  const handle = commandHandler(store, billDecider);
  const ask = (command: BillCommand): void => {
    try {
      handle('bill-4711', command);
    } catch {
      // The tablet says why not.
    }
  };
  return () => {
    ask(takeOff('tteokbokki', 9_000));
    ask(settle());
    ask(settle());
    ask(takeOff('bibimbap', 12_000));
  };
}
