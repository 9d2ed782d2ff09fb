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
  return lines.length;
}

/** Charges the total once. Rejects with EmptyOrder or PaymentRefused; then `onPaid` was not called. */
export async function checkout(
  _orderId: string,
  _lines: readonly Line[],
  _gateway: Gateway,
  _onPaid: (orderId: string, amount: number) => void,
): Promise<number> {
  return 0;
}
