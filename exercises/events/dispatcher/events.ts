import type { DomainEvent } from 'past-tense';

/** Menu `menuId` costs `to` won, and cost `from` won until then. */
export type MenuPriceChanged = DomainEvent<'MenuPriceChanged', { menuId: string; from: number; to: number }>;
