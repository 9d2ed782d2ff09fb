/** A menu that listens by itself. The lesson asks what run() returns. */
import { eventFactory, eventPublisher, type EventPublisher } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import type { ProductPriceChanged } from './menu.program.ts';

const diary: string[] = [];

// #region menu
export class Menu {
  isDisplayed = true;

  constructor(
    readonly id: string,
    publisher: EventPublisher<ProductPriceChanged>,
  ) {
    publisher.subscribe('ProductPriceChanged', () => this.hide());
  }

  hide(): void {
    this.isDisplayed = false;
    diary.push(`${this.id} hidden`);
  }
}
// #endregion menu

export function run(): string {
  diary.length = 0;
  const publisher = eventPublisher<ProductPriceChanged>();
  const event = eventFactory(fixedClock(0), sequentialIds());
  // #region run
  const findById = (id: string): Menu => new Menu(id, publisher);

  findById('lunch-set'); // a guest looks at the menu
  findById('lunch-set'); // so does another
  findById('lunch-set'); // and a third one orders

  publisher.publish(event('ProductPriceChanged', { productId: 'gimbap', from: 4_000, to: 3_000 }));
  return `hidden ${diary.length} times`;
  // #endregion run
}
