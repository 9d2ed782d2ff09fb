/** The service changes the menu and trusts in somebody who writes it. */
import type { Repository } from 'past-tense';
import type { Menu } from './menu.program.ts';

// #region service
export class PriceService {
  constructor(private readonly menus: Repository<Menu>) {}

  changePrice(menuId: string, won: number): void {
    const menu = this.menus.findById(menuId);
    if (!menu) throw new Error(`There is no menu ${menuId}.`);
    menu.changePrice(won);
  }
}
// #endregion service
