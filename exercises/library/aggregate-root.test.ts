import { expect, it } from 'vitest';
import { AggregateRoot, eventFactory, type DomainEvent } from './index.ts';
import { fixedClock, sequentialIds } from './testing.ts';

type NameChanged = DomainEvent<'NameChanged', { name: string }>;

const event = eventFactory(fixedClock(0), sequentialIds());

class Shop extends AggregateRoot<NameChanged> {
  readonly id = 'shop-1';

  rename(name: string): NameChanged {
    return this.registerEvent(event('NameChanged', { name }));
  }

  register(anything: NameChanged): void {
    this.registerEvent(anything);
  }
}

it('keeps registered events in order until they are cleared', () => {
  const shop = new Shop();
  const first = shop.rename('Haru');
  const second = shop.rename('Haru Kitchen');

  expect(shop.domainEvents()).toEqual([first, second]);
  expect(shop.domainEvents(), 'reading does not clear').toHaveLength(2);

  shop.clearDomainEvents();
  expect(shop.domainEvents()).toEqual([]);
});

it('pulls the events once', () => {
  const shop = new Shop();
  const renamed = shop.rename('Haru');

  expect(shop.pullDomainEvents()).toEqual([renamed]);
  expect(shop.pullDomainEvents()).toEqual([]);
});

it('hands out a copy that cannot reach the list inside', () => {
  const shop = new Shop();
  shop.rename('Haru');

  (shop.domainEvents() as NameChanged[]).length = 0;
  expect(shop.domainEvents()).toHaveLength(1);
});

it('keeps pulled events apart from later ones', () => {
  const shop = new Shop();
  shop.rename('Haru');
  const pulled = shop.pullDomainEvents();

  shop.rename('Haru Kitchen');
  expect(pulled).toHaveLength(1);
});

it('does not share events between two aggregates', () => {
  const quiet = new Shop();
  new Shop().rename('Haru');

  expect(quiet.domainEvents()).toEqual([]);
});

it.each([null, undefined])('refuses %s as an event and keeps what was registered', (nothing) => {
  const shop = new Shop();
  shop.rename('Haru');

  expect(() => shop.register(nothing as unknown as NameChanged)).toThrow(
    `registerEvent expects a domain event, but received ${nothing}.`,
  );
  expect(shop.domainEvents()).toHaveLength(1);
});

it('leaves no trace of the events in what is stored', () => {
  const shop = new Shop();
  shop.rename('Haru');

  expect(Object.assign({}, shop)).toEqual({ id: 'shop-1' });
  expect(JSON.stringify(shop)).toBe('{"id":"shop-1"}');
});

it('lets nobody else register events', () => {
  const shop = new Shop();

  // @ts-expect-error registerEvent is protected
  const register: unknown = shop.registerEvent;
  expect(register).toBeTypeOf('function');
});
