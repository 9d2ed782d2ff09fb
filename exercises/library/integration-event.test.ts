import { describe, expect, it } from 'vitest';
import { integrationEventTranslator, type DomainEvent, type IntegrationContract } from './index.ts';

type MemberRegistered = DomainEvent<
  'MemberRegistered',
  { memberId: string; email: string; passwordHash: string }
>;
type PasswordChanged = DomainEvent<'PasswordChanged', { memberId: string }>;
type ProductPriceChanged = DomainEvent<'ProductPriceChanged', { productId: string; won: number }>;
type Inside = MemberRegistered | PasswordChanged | ProductPriceChanged;

const registeredContract: IntegrationContract<MemberRegistered> = {
  name: 'member.registered',
  version: 1,
  key: ({ data }) => data.memberId,
  payload: ({ data, occurredAt }) => ({
    memberId: data.memberId,
    email: data.email,
    registeredAt: new Date(occurredAt).toISOString(),
  }),
};

const outside = integrationEventTranslator<Inside>({
  MemberRegistered: registeredContract,
  ProductPriceChanged: {
    name: 'product.price-changed',
    version: 2,
    key: ({ data }) => data.productId,
    payload: ({ data, occurredAt }) => ({
      productId: data.productId,
      price: { amount: data.won, currency: 'KRW' },
      effectiveAt: new Date(occurredAt).toISOString(),
    }),
  },
});

const at = Date.parse('2026-08-22T03:00:00Z');
const registered: MemberRegistered = {
  type: 'MemberRegistered',
  data: { memberId: 'mina', email: 'mina@haru.example', passwordHash: 'x' },
  eventId: 'event-1',
  occurredAt: at,
};
const priceChanged: ProductPriceChanged = {
  type: 'ProductPriceChanged',
  data: { productId: 'p-1', won: 8_000 },
  eventId: 'event-2',
  occurredAt: at,
};

describe('what leaves the building', () => {
  it.each([
    {
      event: registered,
      json:
        '{"name":"member.registered","version":1,"key":"mina","messageId":"event-1",' +
        '"payload":{"memberId":"mina","email":"mina@haru.example","registeredAt":"2026-08-22T03:00:00.000Z"}}',
    },
    {
      event: priceChanged,
      json:
        '{"name":"product.price-changed","version":2,"key":"p-1","messageId":"event-2",' +
        '"payload":{"productId":"p-1","price":{"amount":8000,"currency":"KRW"},"effectiveAt":"2026-08-22T03:00:00.000Z"}}',
    },
  ])('is this JSON for $event.type', ({ event, json }) => {
    expect(JSON.stringify(outside.toIntegrationEvent(event))).toBe(json);
  });

  it('is not what has no contract', () => {
    const changed: PasswordChanged = {
      type: 'PasswordChanged',
      data: { memberId: 'mina' },
      eventId: 'event-3',
      occurredAt: at,
    };
    expect(outside.toIntegrationEvent(changed)).toBeUndefined();
    expect(outside.toIntegrationEvent({ ...changed, type: 'toString' } as unknown as Inside)).toBeUndefined();
  });

  it('is not what somebody adds to an event later', () => {
    const { data } = registered;
    const grown = { ...registered, data: { ...data, phone: '010-0000-0000' } };

    expect(outside.toIntegrationEvent(grown)).toEqual(outside.toIntegrationEvent(registered));
  });

  it('cannot change on its way', () => {
    const lines = ['m-1'];
    const told = integrationEventTranslator<Inside>({
      MemberRegistered: { ...registeredContract, payload: () => ({ lines }) },
    }).toIntegrationEvent(registered);

    lines.push('m-2');

    expect(told?.payload).toEqual({ lines: ['m-1'] });
    expect([Object.isFrozen(told), Object.isFrozen(told?.payload)]).toEqual([true, true]);
  });

  it('is plain data, or an error that says where it is not', () => {
    const { toIntegrationEvent } = integrationEventTranslator<Inside>({
      MemberRegistered: {
        ...registeredContract,
        payload: ({ occurredAt }) => ({ registeredAt: new Date(occurredAt) }),
      },
    });

    expect(() => toIntegrationEvent(registered)).toThrow(
      'the payload of member.registered.registeredAt is an object of class Date',
    );
  });
});
