import { expect, it } from 'vitest';
import { AggregateRoot as LibraryRoot, eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { AggregateRoot } from './aggregate-root.program.ts';
import { Line, Menu } from './menu.program.ts';
import { memberService, type PasswordChanged } from './two-paths.program.ts';
import { save, SmsSender, User } from './user.program.ts';

const event = eventFactory(fixedClock(0), sequentialIds());

it('two paths: the change is published, the reset is not', () => {
  const passwords: string[] = [];
  const user = { changePassword: (next: string) => void passwords.push(next) };
  const published: PasswordChanged[] = [];
  const service = memberService(
    { get: () => user, save: () => undefined },
    event,
    (changed) => void published.push(changed),
  );

  service.changePassword('mina', 'one');
  service.resetPassword('mina', 'two');

  expect(passwords).toEqual(['one', 'two']);
  expect(published.map(({ data }) => data.userId)).toEqual(['mina']);
});

it('user: saving sends one message per change, to the user who changed', () => {
  const users = new Map<string, User>();
  const sent: string[] = [];
  const smsSender = new SmsSender({ send: (userId, text) => void sent.push(`${userId}: ${text}`) });
  const mina = new User('mina', 'first-secret', event);

  mina.changePassword('second-secret');
  expect(sent, 'registering publishes nothing').toEqual([]);

  save(mina, users, smsSender);
  save(mina, users, smsSender);

  expect(sent).toEqual(['mina: Your password was changed.']);
  expect(users.get('mina')?.hasPassword('second-secret')).toBe(true);
});

it('menu: the menu tells about its line', () => {
  const rice = new Line('rice', 1);
  const menu = new Menu('lunch', [rice], event);

  menu.changeQuantity('rice', 2);

  expect(rice.quantity).toBe(2);
  expect(menu.domainEvents().map(({ data }) => data)).toEqual([
    { menuId: 'lunch', productId: 'rice', quantity: 2 },
  ]);
});

it('aggregate root: the one that the lesson shows has the methods of the library', () => {
  const methodsOf = (root: typeof LibraryRoot | typeof AggregateRoot) =>
    Object.getOwnPropertyNames(root.prototype);

  expect(methodsOf(AggregateRoot)).toEqual(methodsOf(LibraryRoot));
});
