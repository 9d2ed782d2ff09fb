import { expect, it } from 'vitest';
import { AggregateRoot, eventFactory, eventPublisher, type DomainEvent } from 'past-tense';
import { drawBoard, showCase, type ShownWords } from 'past-tense/drawing';
import { collectEvents, during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import type { Repository } from './contracts.ts';
import { publishingRepository } from './publishing-repository.ts';

type MenuEvent = DomainEvent<'MenuPriced' | 'MenuShown' | 'MenuHidden', { menuId: string }>;

const event = eventFactory(fixedClock(0), sequentialIds());

class Menu extends AggregateRoot<MenuEvent> {
  readonly id: string;
  won: number;

  constructor(id: string, won: number) {
    super();
    this.id = id;
    this.won = won;
  }

  price(won: number): this {
    this.won = won;
    return this.#tell('MenuPriced');
  }

  show(): this {
    return this.#tell('MenuShown');
  }

  hide(): this {
    return this.#tell('MenuHidden');
  }

  #tell(type: MenuEvent['type']): this {
    this.registerEvent(event(type, { menuId: this.id }));
    return this;
  }
}

const board = drawBoard({
  caption: { en: 'What each call publishes, and what stays', ko: '호출마다 발행되는 이벤트와 남는 이벤트' },
  corner: { en: 'Call', ko: '호출' },
  columns: {
    published: { en: 'Yours publishes', ko: '내 코드가 발행한 것' },
    pending: { en: 'Still pending', ko: '남은 것' },
    rule: { en: 'The contract', ko: '계약' },
  },
  rows: {
    save: 'save(noodles)',
    again: { en: 'save(noodles) again', ko: 'save(noodles) 한 번 더' },
    generator: 'saveAll(generator)',
    saveAll: 'saveAll([rice, noodles])',
    refused: { en: 'save(noodles), refused by the database', ko: 'save(noodles), 데이터베이스가 거부' },
    delete: 'delete(noodles)',
    deleteById: "deleteById('noodles')",
    unsaved: { en: 'a change, and no call', ko: '바꾸기만 하고 호출 없음' },
    failing: { en: 'save(noodles), a listener fails', ko: 'save(noodles), 리스너가 실패' },
    copy: { en: 'save(noodles), a copy is stored', ko: 'save(noodles), 복사본을 저장' },
    other: { en: 'save(noodles), a listener saves the rice', ko: 'save(noodles), 리스너가 rice를 저장' },
    newcomer: { en: 'save(noodles), a listener adds an event', ko: 'save(noodles), 리스너가 이벤트를 추가' },
  },
});

const publishesAll = { en: 'publishes all, keeps none', ko: '모두 발행하고 비운다' };
const publishesNone = { en: 'publishes none, keeps all', ko: '발행하지 않고 모두 남긴다' };
const contract: Record<Parameters<typeof board.mark>[0], ShownWords> = {
  save: publishesAll,
  again: { en: 'has nothing left to publish', ko: '더 발행할 것이 없다' },
  generator: publishesAll,
  saveAll: { en: 'all of the first, then all of the second', ko: '첫째 것을 모두, 이어서 둘째 것을 모두' },
  refused: publishesNone,
  delete: publishesAll,
  deleteById: publishesNone,
  unsaved: publishesNone,
  failing: { en: 'publishes up to the failure, keeps all', ko: '실패한 데까지 발행하고 모두 남긴다' },
  copy: { en: 'publishes what the given object tells', ko: '인자로 받은 객체의 이벤트를 발행한다' },
  other: { en: 'publishes those of the rice in between', ko: 'rice의 이벤트를 그 사이에 발행한다' },
  newcomer: { en: 'publishes those from before, keeps all', ko: '먼저 있던 것만 발행하고 모두 남긴다' },
};

it('save publishes the pending events in the order of their registration', () => {
  const { menus, heard } = kitchen();
  showCase({
    given: [fact('MenuPriced', 'noodles'), fact('MenuShown', 'noodles')],
    when: 'menus.save(noodles)',
    then: [fact('MenuPriced', 'noodles'), fact('MenuShown', 'noodles')],
    yours: () => heard,
  });

  const noodles = new Menu('noodles', 8_000).price(9_000).show();
  menus.save(noodles);
  show('save', [told(heard), ['MenuPriced of noodles', 'MenuShown of noodles']], [pending(noodles), []]);

  expect(told(heard), 'Two events wait in the noodles, and saving publishes both of them').toEqual(
    expect.arrayContaining(['MenuPriced of noodles', 'MenuShown of noodles']),
  );
  expect(
    told(heard),
    'The noodles registered MenuPriced, then MenuShown. Saving publishes each once, in this order, before save returns',
  ).toEqual(['MenuPriced of noodles', 'MenuShown of noodles']);
});

it('save stores the aggregate, and a listener already finds its new state', () => {
  const { menus, rows, on } = kitchen();
  const found: unknown[] = [];
  on('MenuPriced', () => found.push(menus.findById('noodles')?.won));

  menus.save(new Menu('noodles', 8_000).price(9_000));

  expect(rows.get('noodles'), 'save has to reach the inner repository').toBe(9_000);
  expect(
    found,
    'The menu board hears MenuPriced and looks up the menu: by then the new price has to be there',
  ).toEqual([9_000]);
});

it('tells each event once: a second save publishes nothing, a new event alone', () => {
  const { menus, heard } = kitchen();
  const noodles = new Menu('noodles', 8_000).price(9_000);
  showCase({
    given: [fact('MenuPriced', 'noodles')],
    when: 'menus.save(noodles); menus.save(noodles); noodles.show(); menus.save(noodles)',
    then: [fact('MenuPriced', 'noodles'), fact('MenuShown', 'noodles')],
    yours: () => heard,
  });

  menus.save(noodles);
  const afterOneSave = heard.length;
  menus.save(noodles);
  const afterTwoSaves = told(heard);
  show('again', [afterTwoSaves.slice(afterOneSave), []], [pending(noodles), []]);
  noodles.show();
  menus.save(noodles);

  expect(
    afterTwoSaves,
    'Saved twice, priced once: what has been published must not be published by the next save',
  ).toEqual(['MenuPriced of noodles']);
  expect(told(heard), 'The third save has one event to tell, registered after the second').toEqual([
    'MenuPriced of noodles',
    'MenuShown of noodles',
  ]);
});

it('saveAll stores and publishes what a generator yields', () => {
  const { menus, rows, heard } = kitchen();

  menus.saveAll([new Menu('soup', 5_000).show()]);
  expect(told(heard), 'saveAll has to publish as save does, here for an array with one menu').toEqual([
    'MenuShown of soup',
  ]);

  const noodles = new Menu('noodles', 8_000).price(9_000);
  const rice = new Menu('rice', 3_000).hide();
  const before = heard.length;
  menus.saveAll(yielding(noodles, rice));
  show(
    'generator',
    [told(heard).slice(before), ['MenuPriced of noodles', 'MenuHidden of rice']],
    [[...pending(noodles), ...pending(rice)], []],
  );

  expect([...rows], 'saveAll has to store every menu that the generator yields').toEqual([
    ['soup', 5_000],
    ['noodles', 9_000],
    ['rice', 3_000],
  ]);
  expect(
    told(heard),
    'saveAll has to publish the events of every menu that the generator yields. A generator can be read only once',
  ).toEqual(['MenuShown of soup', 'MenuPriced of noodles', 'MenuHidden of rice']);
});

it('saveAll publishes all events of the first aggregate, then all of the second, each once', () => {
  const { menus, heard } = kitchen();
  const rice = new Menu('rice', 3_000).show().price(3_500);
  const noodles = new Menu('noodles', 8_000).price(9_000).hide();
  const waiting = [
    fact('MenuShown', 'rice'),
    fact('MenuPriced', 'rice'),
    fact('MenuPriced', 'noodles'),
    fact('MenuHidden', 'noodles'),
  ];
  showCase({
    given: waiting,
    when: 'menus.saveAll([rice, noodles]); menus.saveAll([rice, noodles])',
    then: waiting,
    yours: () => heard,
  });

  menus.saveAll([rice, noodles]);
  show(
    'saveAll',
    [
      told(heard),
      ['MenuShown of rice', 'MenuPriced of rice', 'MenuPriced of noodles', 'MenuHidden of noodles'],
    ],
    [[...pending(rice), ...pending(noodles)], []],
  );
  menus.saveAll([rice, noodles]);

  expect(
    told(heard),
    'One aggregate after the other, each in the order of its registrations; the second saveAll has nothing to tell',
  ).toEqual(['MenuShown of rice', 'MenuPriced of rice', 'MenuPriced of noodles', 'MenuHidden of noodles']);
});

it('saveAll has stored every aggregate before the first listener hears anything', () => {
  const { menus, on } = kitchen();
  const found: unknown[] = [];
  on('MenuPriced', () => found.push(menus.findById('rice')?.won));

  menus.saveAll([new Menu('noodles', 8_000).price(9_000), new Menu('rice', 3_000)]);

  expect(
    found,
    'The listener of the first menu looks up the last one: publishing begins when saveAll has stored them all',
  ).toEqual([3_000]);
});

it('saveAll stays all or nothing: one row refused, none stored, nothing published, all events kept', () => {
  const { menus, rows, heard, refuse } = kitchen();
  const noodles = new Menu('noodles', 8_000).price(9_000);
  const rice = new Menu('rice', 3_000).hide();
  refuse('rice');

  const error = errorOf(() => menus.saveAll([noodles, rice]));

  expect(error, 'The database refused one menu: whoever called saveAll has to learn of it').toContain(
    'The database refuses rice',
  );
  expect(
    [...rows.keys()],
    'The inner saveAll stores all menus or none. Somebody who calls yours relies on that, too',
  ).toEqual([]);
  expect(told(heard), 'Not one menu was stored, so there is nothing to tell').toEqual([]);
  expect(
    [pending(noodles), pending(rice)],
    'What was not published has to wait in its aggregate, also in those that were not refused',
  ).toEqual([['MenuPriced'], ['MenuHidden']]);
});

it('when the database refuses a save, nothing is published and the events wait for the next one', () => {
  const { menus, heard, refuse } = kitchen();
  const noodles = new Menu('noodles', 8_000).price(9_000).show();
  const accept = refuse('noodles');

  const error = errorOf(() => menus.save(noodles));
  show('refused', [told(heard), []], [pending(noodles), ['MenuPriced', 'MenuShown']]);

  expect(error, 'The database refused the menu: whoever called save has to learn of it').toContain(
    'The database refuses noodles',
  );
  expect(told(heard), 'The price was not stored: nobody may hear of it').toEqual([]);
  expect(pending(noodles), 'The events were not published, so they have to wait in the menu').toEqual([
    'MenuPriced',
    'MenuShown',
  ]);

  accept();
  menus.save(noodles);
  expect(told(heard), 'The second attempt stored the menu, and now its events are due').toEqual([
    'MenuPriced of noodles',
    'MenuShown of noodles',
  ]);
});

it('delete removes the aggregate, then publishes its pending events', () => {
  const { menus, rows, heard, on } = kitchen();
  const noodles = new Menu('noodles', 8_000);
  menus.save(noodles);
  showCase({
    given: [fact('MenuHidden', 'noodles')],
    when: 'menus.delete(noodles)',
    then: [fact('MenuHidden', 'noodles')],
    yours: () => heard,
  });
  const found: unknown[] = [];
  on('MenuHidden', () => found.push(menus.findById('noodles')));

  menus.delete(noodles.hide());
  show('delete', [told(heard), ['MenuHidden of noodles']], [pending(noodles), []]);

  expect([...rows.keys()], 'delete has to reach the inner repository').toEqual([]);
  expect(told(heard), 'delete has the menu in hand: its pending events are published, once').toEqual([
    'MenuHidden of noodles',
  ]);
  expect(found, 'The listener looks for the menu when it is already gone').toEqual([undefined]);
  expect(pending(noodles), 'After delete as after save: what was published is no longer pending').toEqual([]);
});

it('when the database refuses a delete, nothing is published and the events stay', () => {
  const { menus, heard, refuse } = kitchen();
  const noodles = new Menu('noodles', 8_000).hide();
  refuse('noodles');

  const error = errorOf(() => menus.delete(noodles));

  expect(error, 'The database refused to delete: whoever called delete has to learn of it').toContain(
    'The database refuses noodles',
  );
  expect(told(heard), 'The menu is still there: nobody may hear otherwise').toEqual([]);
  expect(pending(noodles), 'Nothing was published by delete, so the event has to wait').toEqual([
    'MenuHidden',
  ]);
});

it('deleteById removes the row and publishes nothing', () => {
  const { menus, rows, heard } = kitchen();
  const noodles = new Menu('noodles', 8_000);
  menus.save(noodles);
  noodles.hide();
  showCase({
    given: [fact('MenuHidden', 'noodles')],
    when: "menus.deleteById('noodles')",
    then: [],
    yours: () => heard,
  });

  menus.deleteById('noodles');
  show('deleteById', [told(heard), []], [pending(noodles), ['MenuHidden']]);

  expect([...rows.keys()], 'deleteById has to reach the inner repository').toEqual([]);
  expect(told(heard), 'deleteById has an id and no aggregate: there is nobody to ask for events').toEqual([]);
  expect(pending(noodles), 'deleteById knows no aggregate, so it cannot clear one').toEqual(['MenuHidden']);
});

it('findById and deleteById leave a menu alone that still has events to tell', () => {
  const { inner, rows, heard, publisher } = kitchen();
  const noodles = new Menu('noodles', 8_000).price(9_000);
  rows.set('noodles', 9_000);
  // This inner repository keeps the object itself, so whoever looks finds the events in it.
  const menus = recorded(publishingRepository({ ...inner, findById: () => noodles }, publisher));

  menus.findById('noodles');
  expect(told(heard), 'Looking a menu up publishes nothing').toEqual([]);
  expect(pending(noodles), 'Looking a menu up clears nothing: its event was never told').toEqual([
    'MenuPriced',
  ]);

  menus.deleteById('noodles');
  expect([...rows.keys()], 'The row is gone').toEqual([]);
  expect(told(heard), 'deleteById was given an id: it looks for no aggregate that it could publish').toEqual(
    [],
  );
  expect(pending(noodles), 'deleteById publishes nothing, and so it clears nothing').toEqual(['MenuPriced']);
});

it('publishes nothing for a change that nobody saves', () => {
  const { menus, rows, heard } = kitchen();
  rows.set('noodles', 8_000);

  const noodles = menus.findById('noodles');
  noodles?.price(9_000);
  menus.findById('noodles');
  show('unsaved', [told(heard), []], [noodles ? pending(noodles) : [], ['MenuPriced']]);

  expect(noodles?.won, 'findById has to hand out what the inner repository finds').toBe(9_000);
  expect(told(heard), 'Nobody called save, saveAll or delete: the event waits in the object').toEqual([]);
  expect(noodles && pending(noodles), 'The event stays in the object that registered it').toEqual([
    'MenuPriced',
  ]);
});

it('when a listener fails, its error reaches the caller, the rest is not published, and all events stay', () => {
  const { menus, heard, failOn } = kitchen();
  const noodles = new Menu('noodles', 8_000).price(9_000).show();
  failOn('MenuPriced');
  showCase({
    given: [fact('MenuPriced', 'noodles'), fact('MenuShown', 'noodles')],
    when: {
      en: 'menus.save(noodles), and the listener of MenuPriced fails',
      ko: 'menus.save(noodles)를 호출하는 동안 MenuPriced 리스너가 실패합니다',
    },
    then: [fact('MenuPriced', 'noodles')],
    yours: () => heard,
  });

  const error = errorOf(() => menus.save(noodles));
  show('failing', [told(heard), ['MenuPriced of noodles']], [pending(noodles), ['MenuPriced', 'MenuShown']]);

  expect(
    error,
    'A listener of MenuPriced failed. Whoever called save is the only one who can still do something about it',
  ).toContain('no ears for MenuPriced');
  expect(told(heard), 'The listener of MenuPriced failed: MenuShown is not published any more').toEqual([
    'MenuPriced of noodles',
  ]);
  expect(
    pending(noodles),
    'The error reached the caller. If the events are gone now, no second save can ever tell them',
  ).toEqual(['MenuPriced', 'MenuShown']);
});

it('saved again after a listener failed, it tells everything, the first event for the second time', () => {
  const { menus, heard, failOn } = kitchen();
  const noodles = new Menu('noodles', 8_000).price(9_000).show();
  failOn('MenuShown');

  const error = errorOf(() => menus.save(noodles));
  menus.save(noodles);

  expect(error, 'The first save failed by its listener').toContain('no ears for MenuShown');
  expect(
    told(heard),
    'The events stayed when the listener of MenuShown failed, so the next save tells them all: MenuPriced comes twice',
  ).toEqual([
    'MenuPriced of noodles',
    'MenuShown of noodles',
    'MenuPriced of noodles',
    'MenuShown of noodles',
  ]);
  expect(pending(noodles), 'The second save went well: nothing is pending').toEqual([]);
});

it('when a listener fails in saveAll, the aggregates before are done, and those behind keep their events', () => {
  const { menus, rows, heard, failOn } = kitchen();
  const rice = new Menu('rice', 3_000).show();
  const noodles = new Menu('noodles', 8_000).price(9_000);
  const soup = new Menu('soup', 5_000).hide();
  failOn('MenuPriced');

  const error = errorOf(() => menus.saveAll([rice, noodles, soup]));

  expect(error, 'The listener of the second menu failed, and saveAll has to say so').toContain(
    'no ears for MenuPriced',
  );
  expect(told(heard), 'Publishing ends with the event whose listener failed').toEqual([
    'MenuShown of rice',
    'MenuPriced of noodles',
  ]);
  expect(
    [pending(rice), pending(noodles), pending(soup)],
    'Each aggregate is cleared when its own events are told: the first is done, the other two keep theirs',
  ).toEqual([[], ['MenuPriced'], ['MenuHidden']]);
  expect([...rows.keys()], 'All three had been stored before').toEqual(['rice', 'noodles', 'soup']);
});

it('publishes the events of the object that it was given, though the repository stores a copy', () => {
  const { inner, on, publisher } = kitchen();
  const copy = new Menu('noodles', 9_000).hide();
  const menus = recorded(
    publishingRepository({ ...inner, save: () => copy, findById: () => copy }, publisher),
  );
  const heard: string[] = [];
  on('MenuPriced', () => heard.push('MenuPriced'));
  on('MenuHidden', () => heard.push('MenuHidden'));
  const given = new Menu('noodles', 8_000).price(9_000);

  menus.save(given);
  show('copy', [heard, ['MenuPriced']], [pending(given), []]);

  expect(
    heard,
    'MenuHidden is an event of the copy. Nobody handed that object to save, so nobody is told of it',
  ).not.toContain('MenuHidden');
  expect(
    heard,
    'The change was made on the object that was handed to save: MenuPriced is its event, MenuHidden that of the copy',
  ).toEqual(['MenuPriced']);
  expect(pending(given), 'The given object has told its event').toEqual([]);
});

it('publishes the events of another aggregate that a listener saves, before that save returns', () => {
  const { menus, heard, on } = kitchen();
  const noodles = new Menu('noodles', 8_000).price(9_000).show();
  const rice = new Menu('rice', 3_000);
  on('MenuPriced', () => menus.save(rice.hide()));

  menus.save(noodles);
  show(
    'other',
    [told(heard), ['MenuPriced of noodles', 'MenuHidden of rice', 'MenuShown of noodles']],
    [[...pending(noodles), ...pending(rice)], []],
  );

  expect(
    told(heard),
    'The listener of MenuPriced saves the rice: that save is a save like any other, inside the first',
  ).toEqual(['MenuPriced of noodles', 'MenuHidden of rice', 'MenuShown of noodles']);
  expect([pending(noodles), pending(rice)], 'Both aggregates have told everything').toEqual([[], []]);
});

it('refuses an event that a listener adds to the aggregate meanwhile: an error names it, and all events stay', () => {
  const { menus, heard, on } = kitchen();
  const noodles = new Menu('noodles', 8_000).price(9_000).show();
  on('MenuPriced', () => noodles.hide());

  const error = errorOf(() => menus.save(noodles));
  show(
    'newcomer',
    [told(heard), ['MenuPriced of noodles', 'MenuShown of noodles']],
    [pending(noodles), ['MenuPriced', 'MenuShown', 'MenuHidden']],
  );

  expect(
    told(heard),
    'MenuPriced and MenuShown were pending at the start: both are published before anybody complains about MenuHidden',
  ).toEqual(expect.arrayContaining(['MenuPriced of noodles', 'MenuShown of noodles']));
  expect(
    told(heard),
    'MenuHidden came while the others were being published: it is not published in this round',
  ).not.toContain('MenuHidden of noodles');
  expect(
    pending(noodles),
    'MenuHidden was registered while MenuPriced was being told. Cleared now, it is lost: nobody has heard of it',
  ).toContain('MenuHidden');
  expect(
    error,
    'MenuHidden was registered while MenuPriced was being told. If nobody says so, it is easily lost: throw an Error',
  ).not.toBe('no error');
  expect(error, 'Whoever reads this error looks for one event: the message has to name its type').toContain(
    'MenuHidden',
  );
  expect(pending(noodles), 'After this error nothing is cleared: all three events stay').toEqual([
    'MenuPriced',
    'MenuShown',
    'MenuHidden',
  ]);
});

const fact = (type: MenuEvent['type'], menuId: string) => ({ type, data: { menuId } });

function kitchen() {
  const rows = new Map<string, number>();
  const refused = new Set<string>();
  const check = (id: string): void => {
    if (!refused.has(id)) return;
    during({ kind: 'call', place: 'table', name: 'menus', label: `menus[${id}]` }, () => {
      throw new Error(`The database refuses ${id}`);
    });
  };
  const inner: Repository<Menu> = {
    findById(id) {
      const won = rows.get(id);
      return won === undefined ? undefined : new Menu(id, won);
    },
    save: (menu) => inner.saveAll([menu]),
    saveAll(menus) {
      const all = [...menus];
      for (const { id } of all) check(id);
      for (const { id, won } of all) {
        note({ kind: 'row', place: 'table', name: 'menus', label: `menus[${id}]`, payload: { id, won } });
        rows.set(id, won);
      }
    },
    delete: ({ id }) => inner.deleteById(id),
    deleteById(id) {
      check(id);
      if (!rows.delete(id)) return;
      note({ kind: 'row', place: 'table', name: 'menus', label: `menus[${id}]`, removed: true });
    },
  };

  const publisher = eventPublisher<MenuEvent>();
  const heard = collectEvents(publisher, 'MenuPriced', 'MenuShown', 'MenuHidden');
  /** Listens to the next event of this type, and to no later one. */
  const on = (type: MenuEvent['type'], listener: () => void): void => {
    const subscription = publisher.subscribe(type, () => {
      subscription.unsubscribe();
      listener();
    });
  };
  const failOn = (type: MenuEvent['type']): void =>
    on(type, () => {
      throw new Error(`no ears for ${type}`);
    });
  /** Returns the way to lift the refusal. */
  const refuse = (id: string): (() => void) => {
    refused.add(id);
    return () => void refused.delete(id);
  };
  const menus = recorded(publishingRepository(inner, publisher));
  return { menus, inner, rows, publisher, heard, on, failOn, refuse };
}

/** The learner's repository, as its callers see it. */
function recorded(menus: Repository<Menu>): Repository<Menu> {
  const saved = { kind: 'saved', place: 'repository' } as const;
  const deleted = { kind: 'deleted', place: 'repository' } as const;
  return {
    findById: (id) => {
      const found = menus.findById(id);
      if (found) note({ kind: 'loaded', place: 'repository', label: id });
      return found;
    },
    save: (menu) => during({ ...saved, label: menu }, () => menus.save(menu)),
    saveAll: (all) =>
      during({ ...saved, label: Array.isArray(all) ? all : 'saveAll' }, () => menus.saveAll(all)),
    delete: (menu) => during({ ...deleted, label: menu }, () => menus.delete(menu)),
    deleteById: (id) => during({ ...deleted, label: id }, () => menus.deleteById(id)),
  };
}

function* yielding<T>(...values: T[]): Generator<T> {
  yield* values;
}

/** What the work threw, with its causes: wrapping an error hides nothing. */
function errorOf(work: () => void): string {
  try {
    work();
  } catch (error) {
    return causesOf(error).join(' ← ');
  }
  return 'no error';
}

function causesOf(error: unknown): string[] {
  return error instanceof Error ? [String(error), ...causesOf(error.cause)] : [String(error)];
}

function told(heard: readonly MenuEvent[]): string[] {
  return heard.map(({ type, data }) => `${type} of ${data.menuId}`);
}

/** What the learner's code did at this call, each with what it should have done. */
function show(
  call: keyof typeof contract,
  published: readonly [done: readonly string[], right: readonly string[]],
  left: readonly [done: readonly string[], right: readonly string[]],
): void {
  const cell = ([done, right]: typeof published) => ({
    text: done.join('\n') || { en: 'nothing', ko: '없음' },
    mark: done.join() === right.join() ? ('right' as const) : ('wrong' as const),
  });
  board.mark(call, 'published', cell(published));
  board.mark(call, 'pending', cell(left));
  board.mark(call, 'rule', { text: contract[call] });
}

function pending(menu: Menu): string[] {
  return menu.domainEvents().map(({ type }) => type);
}
