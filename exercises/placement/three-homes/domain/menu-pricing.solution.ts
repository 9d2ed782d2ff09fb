import type { MenuLine } from './menu-row.ts';

/** What these lines cost together, told what each product costs. */
export function costOf(lines: readonly MenuLine[], priceOf: (productId: string) => number): number {
  return lines.reduce((cost, { productId, quantity }) => cost + priceOf(productId) * quantity, 0);
}
