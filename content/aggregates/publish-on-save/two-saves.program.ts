/** Saved twice, then changed, then saved through another object. The lesson asks what run() returns. */
import { kitchenWithNoodles } from './menu.program.ts';

export function run(): string {
  const { menus, heard } = kitchenWithNoodles();
  // #region run
  const noodles = menus.findById('noodles')!;
  noodles.changePrice(9_000);
  menus.save(noodles);
  menus.save(noodles);
  noodles.show();

  const loadedLater = menus.findById('noodles')!;
  menus.save(loadedLater);

  return `heard ${heard.length}, waiting ${noodles.domainEvents().length}`;
  // #endregion run
}
