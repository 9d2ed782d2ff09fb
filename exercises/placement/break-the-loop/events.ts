import type { DomainEvent } from 'past-tense';

/** `causedBy` is the `eventId` of the event that led to this one, or null if a clerk did. */
type PriceChange = { id: string; from: number; to: number; causedBy: string | null };

export type ProductPriceChanged = DomainEvent<'ProductPriceChanged', PriceChange>;
export type MenuPriceChanged = DomainEvent<'MenuPriceChanged', PriceChange>;
export type PriceEvent = ProductPriceChanged | MenuPriceChanged;
