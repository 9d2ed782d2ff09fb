/** Two prices arrive in the wrong order. The lesson asks what run() returns. */

type PriceChanged = Readonly<{ to: number; version: number; at: string }>;

export function run(): string {
  // #region run
  const known = new Map<string, number>(); // what the menus know of prices
  const hears = ({ to }: PriceChanged): void => void known.set('gimbap', to);

  const first: PriceChanged = { to: 3_000, version: 1, at: '11:58:02' };
  const second: PriceChanged = { to: 4_500, version: 2, at: '11:58:02' };
  hears(second);
  hears(first); // was retried, and comes late

  return `known: ${known.get('gimbap')} won`;
  // #endregion run
}
