/** The delivery app hears that a price changed, and asks for the price. The lesson asks what run() returns. */
import { manualScheduler } from 'past-tense';

export function run(): string {
  // #region run
  const queue = manualScheduler(); // deliveries wait here
  const prices = new Map([['gimbap', 4_000]]);
  const heard: string[] = [];

  const askHaruKitchen = (productId: string): number => prices.get(productId)!;
  const changePrice = (productId: string, price: number): void => {
    prices.set(productId, price);
    const message = { productId }; // product.price-changed: which product, no more
    queue.submit(() => heard.push(`${askHaruKitchen(message.productId)} won`));
  };

  changePrice('gimbap', 3_000);
  changePrice('gimbap', 4_500);
  queue.runAll();

  return heard.join(', then ');
  // #endregion run
}
