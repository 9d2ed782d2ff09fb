import { expect, it } from 'vitest';
import { AggregateRoot as LibraryRoot, eventFactory, type DomainEvent } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import type { AggregateRoot as Contract } from './contract.program.ts';
import { Menu } from './menu.program.ts';
import { memberService, type PasswordChanged } from './two-paths.program.ts';
import { save, SmsSender, User } from './user.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as reset from './reset.program.ts';

const event = eventFactory(fixedClock(0), sequentialIds());

it('two paths: the change is published, the reset is not', () => {
  const passwords: string[] = [];
  const user = {
    changePassword: (_current: string, next: string) => void passwords.push(next),
    resetPassword: (temporary: string) => void passwords.push(temporary),
  };
  const published: PasswordChanged[] = [];
  const service = memberService(
    { get: () => user, save: () => undefined },
    event,
    (changed) => void published.push(changed),
  );

  service.changePassword('mina', 'zero', 'one');
  service.resetPassword('mina', 'two');

  expect(passwords).toEqual(['one', 'two']);
  expect(published.map(({ data }) => data.userId)).toEqual(['mina']);
});

it('contract: the library has the methods that the lesson shows, and their types', () => {
  class Shop extends LibraryRoot {
    readonly id = 'shop-1';
  }
  const shop: Pick<Contract, keyof Contract> = new Shop();

  expect(shop.domainEvents()).toEqual([]);
  expect(Object.getOwnPropertyNames(LibraryRoot.prototype).toSorted()).toEqual([
    'clearDomainEvents',
    'constructor',
    'domainEvents',
    'pullDomainEvents',
    'registerEvent',
  ]);
});

it('private in TypeScript: the field is copied into the row, and a #private one is not', () => {
  class Tray {
    private readonly waiting: DomainEvent[] = [];
    readonly #hidden: DomainEvent[] = [];

    get size(): number {
      return this.waiting.length + this.#hidden.length;
    }
  }

  expect(Object.assign({}, new Tray())).toEqual({ waiting: [] });
  expect(JSON.stringify(new Tray())).toBe('{"waiting":[]}');
});

it.each([
  {
    way: 'the member changes it',
    change: (user: User) => user.changePassword('first-secret', 'second-secret'),
  },
  { way: 'the help desk resets it', change: (user: User) => user.resetPassword('second-secret') },
])('user: $way, and saving sends one message, to the user whose password it was', ({ change }) => {
  const users = new Map<string, User>();
  const sent: string[] = [];
  const smsSender = new SmsSender({ send: (userId, text) => void sent.push(`${userId}: ${text}`) });
  const mina = new User('mina', 'first-secret', event);

  change(mina);
  expect(sent, 'registering publishes nothing').toEqual([]);

  save(mina, users, smsSender);
  save(mina, users, smsSender);

  expect(sent).toEqual(['mina: Your password was changed.']);
  expect(users.get('mina')?.hasPassword('second-secret')).toBe(true);
});

it('user: a refused change registers nothing', () => {
  const mina = new User('mina', 'first-secret', event);

  expect(() => mina.changePassword('wrong', 'second-secret')).toThrow('not correct');
  expect(() => mina.resetPassword('first-secret')).toThrow('is the current one');
  expect(mina.domainEvents()).toEqual([]);
});

it('menu: the menu tells about its line, once, and gives out copies', () => {
  const menu = new Menu('lunch', [{ productId: 'rice', quantity: 1 }], event);

  menu.changeQuantity('rice', 2);
  menu.changeQuantity('rice', 2);
  (menu.lines as readonly unknown[] as { quantity: number }[])[0]!.quantity = 99;

  expect(menu.lines).toEqual([{ productId: 'rice', quantity: 2 }]);
  expect(menu.domainEvents().map(({ data }) => data)).toEqual([
    { menuId: 'lunch', productId: 'rice', quantity: 2 },
  ]);
});

it('the reset: registered at once, published when saved, then the tray is emptied', () => {
  expect(happeningsOf(reset.timeline)).toEqual([
    'command Help desk: resetPassword',
    'registered User mina: PasswordChanged',
    'saved repository: User mina',
    'row users: users[mina]',
    'published publisher: PasswordChanged',
    'listener SmsSender: PasswordChanged',
    'cleared User mina: clearDomainEvents',
  ]);
});
