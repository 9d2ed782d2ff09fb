import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EmptyOrder, PaymentRefused, checkout, totalOf, type Gateway } from './checkout';

describe('checkout, tested with Jest', () => {
  const lines = [{ product: 'bibimbap', price: 9000, quantity: 1 }];
  const charge = jest.fn<Gateway['charge']>();
  const onPaid = jest.fn<(orderId: string, amount: number) => void>();

  beforeEach(() => {
    charge.mockResolvedValue({ paid: true });
  });

  afterEach(() => {
    jest.resetAllMocks();
  });

  it.each([
    { quantity: 1, total: 9000 },
    { quantity: 10, total: 81_000 },
  ])('asks $total won for $quantity bowls', async ({ quantity, total }) => {
    await checkout('order-1', [{ ...lines[0]!, quantity }], { charge }, onPaid);

    expect(charge).toHaveBeenLastCalledWith(total, 'order-1');
    expect(onPaid).toHaveBeenCalledWith('order-1', total);
  });

  it('is refused by a gateway that is refusing for once', async () => {
    charge.mockResolvedValueOnce({ paid: false });

    await expect(checkout('order-1', lines, { charge }, onPaid)).rejects.toThrow(PaymentRefused);
    await expect(checkout('order-1', lines, { charge }, onPaid)).resolves.toEqual(expect.any(Number));

    expect(onPaid.mock.calls).toHaveLength(1);
  });

  it('passes on what the gateway throws', async () => {
    charge.mockImplementation(async () => {
      throw new TypeError('no connection');
    });

    await expect(checkout('order-1', lines, { charge }, onPaid)).rejects.toThrow(/connection/);
    await expect(checkout('order-1', [], { charge }, onPaid)).rejects.toThrow(EmptyOrder);
  });

  it('writes nothing to the console', () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => {});

    expect(() => totalOf(lines)).not.toThrow();
    expect(totalOf(lines)).toBe(9000);

    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });
});
