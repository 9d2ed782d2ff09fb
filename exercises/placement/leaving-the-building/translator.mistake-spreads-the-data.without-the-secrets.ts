import type { IntegrationEvent } from 'past-tense';
import type { InsideEvent } from './events.ts';

/** What other systems are told of this event, or undefined: it stays inside. */
export function toIntegrationEvent(event: InsideEvent): IntegrationEvent | undefined {
  const happenedAt = new Date(event.occurredAt).toISOString();
  switch (event.type) {
    case 'MemberRegistered': {
      const { name, phone: _phone, passwordHash: _hash, agreedToAds: _ads, ...rest } = event.data;
      return {
        name: 'member.registered',
        version: 1,
        key: rest.memberId,
        messageId: event.eventId,
        payload: { ...rest, displayName: name, registeredAt: happenedAt },
      };
    }
    case 'ProductPriceChanged': {
      const { to, from: _from, clerkId: _clerk, ...rest } = event.data;
      return {
        name: 'product.price-changed',
        version: 2,
        key: rest.productId,
        messageId: event.eventId,
        payload: { ...rest, price: { amount: to, currency: 'KRW' }, effectiveAt: happenedAt },
      };
    }
    default:
      return undefined;
  }
}
