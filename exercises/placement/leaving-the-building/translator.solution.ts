import type { IntegrationEvent } from 'past-tense';
import type { InsideEvent } from './events.ts';

/** What other systems are told of this event, or undefined: it stays inside. */
export function toIntegrationEvent(event: InsideEvent): IntegrationEvent | undefined {
  const happenedAt = new Date(event.occurredAt).toISOString();
  switch (event.type) {
    case 'MemberRegistered': {
      const { memberId, name } = event.data;
      return {
        name: 'member.registered',
        version: 1,
        key: memberId,
        messageId: event.eventId,
        payload: { memberId, displayName: name, registeredAt: happenedAt },
      };
    }
    case 'ProductPriceChanged': {
      const { productId, to } = event.data;
      return {
        name: 'product.price-changed',
        version: 2,
        key: productId,
        messageId: event.eventId,
        payload: { productId, price: { amount: to, currency: 'KRW' }, effectiveAt: happenedAt },
      };
    }
    default:
      return undefined;
  }
}
