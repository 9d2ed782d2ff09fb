/** A listener fails once, and the menu is saved again. The lesson asks what run() returns. */
import { kitchenWithNoodles } from './menu.program.ts';

export function run(): string {
  const { menus, publisher, heard } = kitchenWithNoodles();
  // #region run
  const printer = publisher.subscribe('MenuPriced', () => {
    throw new Error('The label printer is out of paper.');
  });
  const noodles = menus.findById('noodles')!;
  noodles.changePrice(9_000);
  noodles.show();

  try {
    menus.save(noodles);
  } catch {
    printer.unsubscribe();
    menus.save(noodles);
  }

  // `heard` is the diary of a listener that subscribed before the printer.
  return heard.map(({ type }) => type).join(' ');
  // #endregion run
}
