/** The bill of table 9 during the evening: after each event its stream is folded anew. */
import { eventFactory, inMemoryEventStore } from 'past-tense';
import { fixedClock, note, sequentialIds } from 'past-tense/testing';
import { billAfter, type BillEvent } from './bill.program.ts';

export function timeline(): () => void {
  const store = inMemoryEventStore<BillEvent>(fixedClock(0));
  const event = eventFactory(fixedClock(0), sequentialIds());
  const served = (dish: string, won: number) => event('DishServed', { dish, won });
  const evening: readonly BillEvent[] = [
    served('bibimbap', 12_000),
    served('tteokbokki', 9_000),
    event('DishTakenOff', { dish: 'tteokbokki', won: 9_000, reason: 'came cold' }),
    served('tteokbokki', 9_000),
    event('BillSettled', { by: 'card' }),
  ];
  return () => {
    for (const each of evening) {
      store.appendToStream('bill-4711', [each], { expectedRevision: 'any' });
      const stream = store.readStream('bill-4711');
      const bill = billAfter(stream.map((recorded) => recorded.event));
      const won = bill.won.toLocaleString('en-US');
      note({
        kind: 'loaded',
        place: 'aggregate',
        name: { en: 'Bill', ko: '계산서' },
        label: {
          en: `${won} won, ${bill.settled ? 'settled' : 'open'}`,
          ko: `${won}원, ${bill.settled ? '결제됨' : '미결제'}`,
        },
        payload: bill,
        cause: stream.at(-1),
      });
    }
  };
}
