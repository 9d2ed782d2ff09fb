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

const DISCOUNTS = [
  { above: 10, percent: 90 },
  { above: 0, percent: 100 },
];

export function totalOf(lines: readonly Line[]): number {
  let total = 0;
  for (const { price, quantity } of lines) {
    const { percent } = DISCOUNTS.find(({ above }) => quantity > above)!;
    total += Math.floor((price * quantity * percent) / 100);
  }
  return total;
}

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
