/** A test that asks for some event, tried on three faults. The lesson asks what run() returns. */
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { Menu, type MenuPriceChanged } from './menu.program.ts';

type Told = readonly MenuPriceChanged[];

export function run(): string {
  const dinner = new Menu('dinner', 15_000, eventFactory(fixedClock(0), sequentialIds()));
  dinner.changePrice(16_000);
  const told = dinner.domainEvents();
  // #region run
  const test = (events: Told): string => (events.length > 0 ? 'green' : 'red');

  const silent = (): Told => [];
  const twice = (events: Told): Told => [...events, ...events];
  const wrongMenu = (events: Told): Told =>
    events.map((event) => ({ ...event, data: { ...event.data, menuId: 'lunch' } }));

  const results = [silent(), twice(told), wrongMenu(told)].map(test);
  return `silent: ${results[0]}, twice: ${results[1]}, wrong menu: ${results[2]}`;
  // #endregion run
}
