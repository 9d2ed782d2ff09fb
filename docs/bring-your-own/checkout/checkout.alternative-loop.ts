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

export function totalOf(lines: readonly Line[]): number {
  let total = 0;
  for (const line of lines) {
    const full = line.price * line.quantity;
    total += line.quantity < 10 ? full : full - Math.ceil(full / 10);
  }
  return total;
}

export function checkout(
  orderId: string,
  lines: readonly Line[],
  gateway: Gateway,
  onPaid: (orderId: string, amount: number) => void,
): Promise<number> {
  if (lines.length === 0) return Promise.reject(new EmptyOrder('Nothing was ordered.'));
  return gateway.charge(totalOf(lines), orderId).then((answer) => {
    if (!answer.paid) throw new PaymentRefused('No money, no food.');
    onPaid(orderId, totalOf(lines));
    return totalOf(lines);
  });
}
