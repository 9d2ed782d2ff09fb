import type { DomainEvent } from 'past-tense';

/** What happens inside Haru Kitchen. These types change whenever the model does. */
export type InsideEvent =
  | DomainEvent<
      'MemberRegistered',
      { memberId: string; name: string; phone: string; passwordHash: string; agreedToAds: boolean }
    >
  | DomainEvent<'PasswordChanged', { memberId: string }>
  /** Prices are whole won. */
  | DomainEvent<'ProductPriceChanged', { productId: string; from: number; to: number; clerkId: string }>
  | DomainEvent<'MenuHidden', { menuId: string; cost: number }>;
