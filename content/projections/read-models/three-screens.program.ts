/** The evening is recorded, and after each event three read models take from it what their questions need. */
import { project, type Projection, type RecordedEvent } from 'past-tense';
import { note } from 'past-tense/testing';
import { dishes } from './dishes.program.ts';
import { openOrders } from './open-orders.program.ts';
import { evening, storeWith, type OrderEvent } from './orders.program.ts';
import { takenTables } from './taken-tables.program.ts';

type Words = { readonly en: string; readonly ko: string };

export function timeline(): () => void {
  const store = storeWith([]);
  const screens = [
    screen(openOrders, { en: 'Open orders', ko: '열린 주문' }, (orders) => ({
      en: listed(Object.entries(orders).map(([id, status]) => `${numberOf(id)} ${status}`)),
      ko: listed(Object.entries(orders).map(([id, status]) => `${numberOf(id)}번 ${korean[status]}`)),
    })),
    screen(takenTables, { en: 'Taken tables', ko: '차 있는 테이블' }, (tables) => ({
      en: listed(
        Object.values(tables)
          .toSorted((one, other) => one - other)
          .map(String),
      ),
      ko: listed(
        Object.values(tables)
          .toSorted((one, other) => one - other)
          .map((table) => `${table}번`),
      ),
    })),
    screen(dishes, { en: 'Dishes', ko: '음식별 주문' }, (counted) => ({
      en: listed(Object.entries(counted).map(([dish, portions]) => `${dish} ${portions}`)),
      ko: listed(Object.entries(counted).map(([dish, portions]) => `${korean[dish]} ${portions}`)),
    })),
  ];
  return () => {
    for (const [streamName, event] of evening) {
      store.appendToStream(streamName, [event], { expectedRevision: 'any' });
      const recorded = store.readAll().at(-1)!;
      for (const show of screens) show(recorded);
    }
  };
}

/** Takes in an event, and tells the timeline what the screen says if that has changed. */
function screen<View>(
  projection: Projection<View, OrderEvent>,
  name: Words,
  say: (view: View) => Words,
): (recorded: RecordedEvent<OrderEvent>) => void {
  let view = projection.initial();
  return (recorded) => {
    const before = view;
    view = project(projection, view, recorded);
    if (view !== before)
      note({ kind: 'projected', place: 'view', name, label: say(view), payload: view, cause: recorded });
  };
}

const numberOf = (streamName: string): string => streamName.replace('order-', '');
const listed = (texts: readonly string[]): string => texts.join(', ') || '–';
const korean: Readonly<Record<string, string>> = { waiting: '대기', accepted: '접수', bibimbap: '비빔밥' };
