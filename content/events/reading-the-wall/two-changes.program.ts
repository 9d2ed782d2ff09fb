/** The soup gets dearer, then cheaper. The lesson asks which orange notes that makes. */
import { HideMenusThatAreTooDear, Menu, Product } from './price-wall.program.ts';

// #region run
export function run(): string {
  const soup = new Product('soup', 3_500);
  const bulgogi = new Product('bulgogi', 9_000);
  const lunchSet = new Menu('lunch-set', 12_000, [soup, bulgogi]);
  const policy = new HideMenusThatAreTooDear([lunchSet]);

  const happened: string[] = [];
  for (const price of [4_000, 2_000]) {
    const changed = soup.changePrice(price);
    const hidden = policy.whenever(changed);
    happened.push(changed.type, ...hidden.map(({ type }) => type));
  }
  return happened.join(', ');
}
// #endregion run
