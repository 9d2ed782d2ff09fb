/** What the sign-ups of this lesson work with: a database, gateways that can fail, and seconds that are counted. */

export interface Member {
  readonly id: string;
}

export class Table<Row extends { readonly id: string }> {
  #committed: readonly Row[] = [];
  #pending: readonly Row[] = [];

  save(row: Row): void {
    const isTaken = [...this.#committed, ...this.#pending].some(({ id }) => id === row.id);
    if (isTaken) throw new Error(`${row.id} is taken`);
    this.#pending = [...this.#pending, row];
  }

  /** The committed ones. */
  get rows(): readonly Row[] {
    return this.#committed;
  }

  commit(): void {
    this.#committed = [...this.#committed, ...this.#pending];
    this.#pending = [];
  }

  rollback(): void {
    this.#pending = [];
  }
}

export interface Unsent {
  readonly id: string;
  readonly channel: string;
  readonly memberId: string;
}

export class Database {
  readonly members = new Table<Member>();
  readonly unsent = new Table<Unsent>();
  commitFails = false;

  // #region transaction
  transaction(work: () => void): void {
    try {
      work();
      if (this.commitFails) throw new Error('commit failed');
    } catch (error) {
      this.members.rollback();
      this.unsent.rollback();
      throw error;
    }
    this.members.commit();
    this.unsent.commit();
  }
  // #endregion transaction
}

export class Stopwatch {
  seconds = 0;
}

/** A service of somebody else. Every call takes its seconds, also one that fails. */
export class Gateway {
  readonly channel: string;
  readonly delivered: string[] = [];
  isDown = false;
  seconds = 2;
  readonly #stopwatch: Stopwatch;

  constructor(channel: string, stopwatch = new Stopwatch()) {
    this.channel = channel;
    this.#stopwatch = stopwatch;
  }

  send(memberId: string): void {
    this.#stopwatch.seconds += this.seconds;
    if (this.isDown) throw new Error(`${this.channel} is down`);
    this.delivered.push(memberId);
  }
}
