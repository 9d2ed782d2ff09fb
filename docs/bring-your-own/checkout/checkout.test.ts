import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EmptyOrder, PaymentRefused, checkout, totalOf, type Gateway, type Line } from './checkout';

let kimbap: Line;
const opened: string[] = [];

beforeAll(() => {
  opened.push('kitchen');
});

beforeEach(() => {
  kimbap = { product: 'kimbap', price: 3500, quantity: 2 };
});

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(() => {
  opened.length = 0;
});

describe('the total', () => {
  it.each([
    [1, 3500],
    [9, 31_500],
    [10, 31_500],
    [11, 34_650],
  ])('of %i rolls is %i won', (quantity, total) => {
    expect(totalOf([{ ...kimbap, quantity }])).toBe(total);
  });

  it.each`
    price  | quantity | total
    ${333} | ${10}    | ${2997}
    ${111} | ${11}    | ${1098}
  `('of $quantity at $price won is rounded down to $total', ({ price, quantity, total }) => {
    expect(totalOf([{ product: 'rice', price, quantity }])).toBe(total);
  });

  it('counts each product for itself', () => {
    expect(totalOf([kimbap, { ...kimbap, product: 'ramen', quantity: 9 }])).toBe(38_500);
  });
});

describe.each([
  { guest: 'Mina', orderId: 'order-1' },
  { guest: 'Jun', orderId: 'order-2' },
])('the checkout of $guest', ({ orderId }) => {
  const gateway: Gateway = { charge: () => Promise.resolve({ paid: true }) };

  it('charges once and tells that it was paid', async () => {
    const charge = vi.spyOn(gateway, 'charge').mockResolvedValue({ paid: true });
    const onPaid = vi.fn();

    await expect(checkout(orderId, [kimbap], gateway, onPaid)).resolves.toBe(7000);

    expect(charge).toHaveBeenCalledTimes(1);
    expect(charge).toHaveBeenCalledWith(7000, orderId);
    expect(onPaid.mock.calls).toEqual([[orderId, 7000]]);
    expect(charge.mock.invocationCallOrder[0]).toBeLessThan(onPaid.mock.invocationCallOrder[0] ?? 0);
  });

  it('tells nobody when the payment is refused', async () => {
    const refusing = { charge: vi.fn<Gateway['charge']>().mockReturnValue(Promise.resolve({ paid: false })) };
    const onPaid = vi.fn();

    await expect(checkout(orderId, [kimbap], refusing, onPaid)).rejects.toThrow(PaymentRefused);

    expect(onPaid).not.toHaveBeenCalled();
  });
});

it('refuses an empty order before the gateway is asked', async () => {
  expect.assertions(3);
  const gateway = { charge: vi.fn(async () => ({ paid: true })) };

  await expect(checkout('order-3', [], gateway, vi.fn())).rejects.toBeInstanceOf(EmptyOrder);

  expect(gateway.charge).not.toHaveBeenCalled();
  expect(opened).toContain('kitchen');
});
