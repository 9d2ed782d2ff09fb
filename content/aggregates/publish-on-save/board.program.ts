/** The contract, row by row, run on the library: the aggregate u holds E1 and E2 when a row begins. */
import {
  AggregateRoot,
  eventFactory,
  eventPublisher,
  publishingRepository,
  type DomainEvent,
  type EventFactory,
  type Repository,
} from 'past-tense';
import { collectEvents, fixedClock, sequentialIds } from 'past-tense/testing';

/** What a row of the lesson's tables says. */
export type Outcome = Readonly<{ published: string; pending: string; throws: boolean }>;

/** Calls that exist in Spring Data and in our Repository. */
export const calls: readonly Row[] = [
  ['save(u)', ({ users, u }) => users.save(u)],
  ['saveAll(list)', ({ users, u }) => users.saveAll([u])],
  ['findById(id)', ({ users }) => void users.findById('u')],
  ['delete(u)', ({ users, u }) => users.delete(u)],
  ['deleteById(id)', ({ users }) => users.deleteById('u')],
];

/** Several steps, and trouble on the way; named as in the English lesson. */
export const sequences: readonly Row[] = [
  ['no repository call at all', () => {}],
  [
    'save(u) twice',
    ({ users, u }) => {
      users.save(u);
      users.save(u);
    },
  ],
  [
    'save(u), then u registers E3',
    ({ users, u }) => {
      users.save(u);
      u.tell('E3');
    },
  ],
  ['saveAll([v, u]), where v holds E3', ({ users, u, v }) => users.saveAll([v.tell('E3'), u])],
  [
    'a child of u holds E3, save(u)',
    ({ users, u }) => {
      u.child.tell('E3');
      users.save(u);
    },
  ],
  [
    'save(u), and the repository throws',
    ({ users, u, inner }) => {
      inner.save = () => {
        throw new Error('The disk is full.');
      };
      users.save(u);
    },
  ],
  [
    'save(u), and a listener throws at E1',
    ({ users, u, once }) => {
      once('E1', fail);
      users.save(u);
    },
  ],
  [
    'save(u), a listener throws at E2, save(u) again',
    ({ users, u, once }) => {
      once('E2', fail);
      try {
        users.save(u);
      } catch {
        users.save(u);
      }
    },
  ],
  [
    'save(u), and at E1 a listener registers E3 on u',
    ({ users, u, once }) => {
      once('E1', () => u.tell('E3'));
      users.save(u);
    },
  ],
  [
    'save(u), and at E1 a listener calls save(u)',
    ({ users, u, once }) => {
      once('E1', () => users.save(u));
      users.save(u);
    },
  ],
];

export function outcomeOf([, run]: Row): Outcome {
  const board = newBoard();
  let throws = false;
  try {
    run(board);
  } catch {
    throws = true;
  }
  const { u, v, published } = board;
  return {
    published: types(published),
    pending: types([u, u.child, v].flatMap((each) => [...each.domainEvents()])),
    throws,
  };
}

type Row = readonly [name: string, run: (board: Board) => void];
type Told = DomainEvent<'E1' | 'E2' | 'E3', { by: string }>;
type Board = ReturnType<typeof newBoard>;

class Speaker extends AggregateRoot<Told> {
  readonly id: string;
  readonly #event: EventFactory;

  constructor(id: string, event: EventFactory) {
    super();
    this.id = id;
    this.#event = event;
  }

  tell(...all: Told['type'][]): this {
    for (const type of all) this.registerEvent(this.#event(type, { by: this.id }));
    return this;
  }
}

class Root extends Speaker {
  readonly child: Speaker;

  constructor(id: string, event: EventFactory) {
    super(id, event);
    this.child = new Speaker(`child of ${id}`, event);
  }
}

function newBoard() {
  const event = eventFactory(fixedClock(0), sequentialIds());
  const inner: Repository<Speaker> = {
    findById: () => undefined,
    save: () => {},
    saveAll: () => {},
    delete: () => {},
    deleteById: () => {},
  };
  const publisher = eventPublisher<Told>();
  const published = collectEvents(publisher, 'E1', 'E2', 'E3');
  const once = (type: Told['type'], listener: () => void): void => {
    const subscription = publisher.subscribe(type, () => {
      subscription.unsubscribe();
      listener();
    });
  };
  return {
    users: publishingRepository(inner, publisher),
    inner,
    published,
    once,
    u: new Root('u', event).tell('E1', 'E2'),
    v: new Speaker('v', event),
  };
}

function fail(): never {
  throw new Error('no ears');
}

const types = (events: readonly Told[]): string => events.map(({ type }) => type).join(', ');
