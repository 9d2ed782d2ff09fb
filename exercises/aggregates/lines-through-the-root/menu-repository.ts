import type { DomainEvent } from 'past-tense';
import { bus } from './bus.ts';

/** What the repository needs of a menu. */
export interface StoredMenu {
  readonly id: string;
  readonly price: number;
  readonly lines: readonly unknown[];
  domainEvents(): readonly DomainEvent[];
  clearDomainEvents(): void;
}

/** The menu as it stands in the table: JSON. */
export const menuTable = new Map<string, string>();

/** Stores the menu, then publishes what waits in it, then clears it. It knows menus and asks nothing else. */
export function save(menu: StoredMenu): void {
  const { id, price, lines } = menu;
  menuTable.set(id, JSON.stringify({ id, price, lines }));
  for (const event of menu.domainEvents()) bus.publish(event);
  menu.clearDomainEvents();
}
