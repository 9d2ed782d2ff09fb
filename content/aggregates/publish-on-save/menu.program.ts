/** A menu that says what happens to it, and a kitchen that keeps menus. */
import {
  AggregateRoot,
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  publishingRepository,
  tableRepository,
  transactionManager,
  type Database,
  type DomainEvent,
  type EventFactory,
  type EventPublisher,
  type Repository,
  type TransactionManager,
} from 'past-tense';
import { collectEvents, fixedClock, sequentialIds } from 'past-tense/testing';

export type MenuEvent = DomainEvent<'MenuPriced' | 'MenuShown' | 'MenuDiscontinued', { menuId: string }>;

export class Menu extends AggregateRoot<MenuEvent> {
  readonly id: string;
  #won: number;
  readonly #event: EventFactory;

  constructor(id: string, won: number, event: EventFactory) {
    super();
    this.id = id;
    this.#won = won;
    this.#event = event;
  }

  get won(): number {
    return this.#won;
  }

  changePrice(won: number): void {
    this.#won = won;
    this.registerEvent(this.#event('MenuPriced', { menuId: this.id }));
  }

  show(): void {
    this.registerEvent(this.#event('MenuShown', { menuId: this.id }));
  }

  discontinue(): void {
    this.registerEvent(this.#event('MenuDiscontinued', { menuId: this.id }));
  }
}

export type Kitchen = Readonly<{
  menus: Repository<Menu>;
  publisher: EventPublisher<MenuEvent>;
  /** Everything that listeners have heard. */
  heard: readonly MenuEvent[];
  database: Database;
  transactions: TransactionManager;
}>;

/** A kitchen that sells cold noodles at 8,000 won. */
export function kitchenWithNoodles(): Kitchen {
  const event = eventFactory(fixedClock(0), sequentialIds());
  const kitchen = emptyKitchen(event);
  const heard = collectEvents(kitchen.publisher, 'MenuPriced', 'MenuShown', 'MenuDiscontinued');
  kitchen.menus.save(new Menu('noodles', 8_000, event));
  return { ...kitchen, heard };
}

/** A kitchen without menus, to whose events nobody listens. */
export function emptyKitchen(event: EventFactory): Omit<Kitchen, 'heard'> {
  const database = inMemoryDatabase();
  const publisher = eventPublisher<MenuEvent>();
  const stored = tableRepository({
    table: database.table<{ id: string; won: number }>('menus'),
    toRow: ({ id, won }: Menu) => ({ id, won }),
    fromRow: ({ id, won }) => new Menu(id, won, event),
  });
  const menus = publishingRepository(stored, publisher);
  return { menus, publisher, database, transactions: transactionManager(database) };
}
