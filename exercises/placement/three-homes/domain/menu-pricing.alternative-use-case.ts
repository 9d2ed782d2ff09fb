import type { MenuLine } from './menu-row.ts';

export function costOf(lines: readonly MenuLine[], priceOf: (productId: string) => number): number {
  let won = 0;
  for (const line of lines) won += line.quantity * priceOf(line.productId);
  return won;
}
