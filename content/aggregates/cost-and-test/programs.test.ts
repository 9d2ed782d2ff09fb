import { expect, it } from 'vitest';
import { eventFactory, eventPublisher } from 'past-tense';
import { collectEvents, fixedClock, sequentialIds } from 'past-tense/testing';
import { tell } from './adapter.program.ts';
import { Menu, type MenuPriceChanged } from './menu.program.ts';
import { tellsItsNewPrice } from './price-test.program.ts';
import * as printsOnly from './prints-only.program.ts';
import * as weakTest from './weak-test.program.ts';

const lunch = (): Menu => new Menu('lunch', 9000, eventFactory(fixedClock(0), sequentialIds()));

it('prints only: green with the event and without it', () => {
  expect(printsOnly.run()).toBe('before: green, printed 1 | after: green, printed 0');
});

it('price test: green on a menu that tells, red on one that does not', () => {
  class SilentMenu extends Menu {
    override changePrice(): void {}
  }

  expect(() => tellsItsNewPrice(lunch())).not.toThrow();
  expect(() =>
    tellsItsNewPrice(new SilentMenu('lunch', 9000, eventFactory(fixedClock(0), sequentialIds()))),
  ).toThrow('to deeply equal');
});

it('price test: red on a menu that tells twice', () => {
  class TwiceMenu extends Menu {
    override domainEvents() {
      return [...super.domainEvents(), ...super.domainEvents()];
    }
  }

  expect(() =>
    tellsItsNewPrice(new TwiceMenu('lunch', 9000, eventFactory(fixedClock(0), sequentialIds()))),
  ).toThrow('to deeply equal');
});

it('weak test: notices silence and nothing else', () => {
  expect(weakTest.run()).toBe('silent: red, twice: green, wrong menu: green');
});

it('adapter: tells what the root holds, once', () => {
  const publisher = eventPublisher<MenuPriceChanged>();
  const heard = collectEvents(publisher, 'MenuPriceChanged');
  const menu = lunch();
  menu.changePrice(9500);

  tell(menu, publisher);
  tell(menu, publisher);

  expect(heard.map(({ data }) => data)).toEqual([{ menuId: 'lunch', from: 9000, to: 9500 }]);
});
