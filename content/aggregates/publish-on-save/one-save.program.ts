/** A new menu is priced, saved and then shown. The lesson asks in which order it happens. */
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { emptyKitchen, Menu } from './menu.program.ts';

export function run(): string {
  const event = eventFactory(fixedClock(0), sequentialIds());
  const { menus, publisher, transactions } = emptyKitchen(event);
  const board: string[] = [];
  const update = ({ type }: { type: string }) => board.push(type);
  // #region run
  publisher.subscribe('MenuPriced', update, { id: 'menu board' });
  publisher.subscribe('MenuShown', update, { id: 'menu board' });

  transactions.execute(() => {
    const rice = new Menu('rice', 9_000, event);
    rice.changePrice(9_500); // registers MenuPriced
    menus.save(rice);
    rice.show(); // registers MenuShown
  });
  // #endregion run
  return board.join(' ');
}
