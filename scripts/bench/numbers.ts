export type Quantiles = { readonly p50: number; readonly p95: number; readonly n: number };

export const quantiles = (measured: readonly number[]): Quantiles => ({
  p50: quantile(measured, 0.5),
  p95: quantile(measured, 0.95),
  n: measured.length,
});

export function quantile(measured: readonly number[], share: number): number {
  const ordered = measured.toSorted((one, other) => one - other);
  return round(ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))]!);
}

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
