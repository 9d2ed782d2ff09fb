/** The season of the cold noodles ends. The lesson asks what run() returns. */
import type { Repository } from 'past-tense';
import { kitchenWithNoodles, type Menu } from './menu.program.ts';

// #region service
export class MenuService {
  constructor(private readonly menus: Repository<Menu>) {}

  endSeason(menuId: string): void {
    const menu = this.menus.findById(menuId);
    if (!menu) throw new Error(`There is no menu ${menuId}.`);
    menu.discontinue(); // registers MenuDiscontinued
    this.menus.deleteById(menuId);
  }
}
// #endregion service

export function run(): string {
  const { menus, heard } = kitchenWithNoodles();
  // #region run
  new MenuService(menus).endSeason('noodles');

  const row = menus.findById('noodles') ? 'there' : 'gone';
  return `row: ${row}, events heard: ${heard.length}`;
  // #endregion run
}
