import { integrationEventTranslator, type IntegrationEvent } from 'past-tense';
import type { InsideEvent } from './events.ts';

const border = integrationEventTranslator<InsideEvent>({
  MemberRegistered: {
    name: 'member.registered',
    version: 1,
    key: ({ data }) => data.memberId,
    payload: ({ data, occurredAt }) => ({
      memberId: data.memberId,
      displayName: data.name,
      registeredAt: iso(occurredAt),
    }),
  },
  ProductPriceChanged: {
    name: 'product.price-changed',
    version: 2,
    key: ({ data }) => data.productId,
    payload: ({ data, occurredAt }) => ({
      productId: data.productId,
      price: { amount: data.to, currency: 'KRW' },
      effectiveAt: iso(occurredAt),
    }),
  },
});

export const toIntegrationEvent = (event: InsideEvent): IntegrationEvent | undefined =>
  border.toIntegrationEvent(event);

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
