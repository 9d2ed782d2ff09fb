/** How often each dish was ordered. Asked for on Friday for the first time. The lesson asks what run() returns. */
import { projector, type Projection } from 'past-tense';
import { event, storeWith, type OrderEvent } from './orders.program.ts';

// #region dishes
type Dishes = Readonly<Record<string, number>>;

export const dishes: Projection<Dishes, OrderEvent> = {
  name: 'dishes',
  version: 1,
  initial: () => ({}),
  when: {
    LineAdded: (counted, { event: { data } }) => ({
      ...counted,
      [data.menuId]: (counted[data.menuId] ?? 0) + data.portions,
    }),
  },
};
// #endregion dishes

const bibimbap = (portions: number): OrderEvent => event('LineAdded', { menuId: 'bibimbap', portions });

export function run(): string {
  // #region run
  const store = storeWith([
    ['order-1', bibimbap(2)], // on Monday
    ['order-2', bibimbap(1)], // on Wednesday
  ]);
  const counter = projector(store, dishes); // the code above goes live on Friday
  store.appendToStream('order-3', [bibimbap(4)], { expectedRevision: 'no_stream' });

  const before = counter.view()['bibimbap'] ?? 0;
  counter.catchUp();
  const after = counter.view()['bibimbap'] ?? 0;
  // #endregion run
  return `before: ${before}, after: ${after}`;
}
