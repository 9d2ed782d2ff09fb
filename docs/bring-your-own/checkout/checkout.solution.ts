export interface Line {
  readonly product: string;
  readonly price: number;
  readonly quantity: number;
}

export interface Gateway {
  charge(amount: number, orderId: string): Promise<{ paid: boolean }>;
}

export class EmptyOrder extends Error {
  override readonly name = 'EmptyOrder';
}

export class PaymentRefused extends Error {
  override readonly name = 'PaymentRefused';
}

/** Won are integers; 10 or more of one product are 10 % cheaper, rounded down. */
export function totalOf(lines: readonly Line[]): number {
  return lines
    .map(({ price, quantity }) => Math.floor((price * quantity * (quantity >= 10 ? 90 : 100)) / 100))
    .reduce((sum, amount) => sum + amount, 0);
}

/** Charges the total once. Rejects with EmptyOrder or PaymentRefused; then `onPaid` was not called. */
export async function checkout(
  orderId: string,
  lines: readonly Line[],
  gateway: Gateway,
  onPaid: (orderId: string, amount: number) => void,
): Promise<number> {
  if (lines.length === 0) throw new EmptyOrder('There is nothing to pay.');
  const amount = totalOf(lines);
  const { paid } = await gateway.charge(amount, orderId);
  if (!paid) throw new PaymentRefused(`The gateway refused ${amount} won.`);
  onPaid(orderId, amount);
  return amount;
}
