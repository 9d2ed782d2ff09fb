/** What signUp works with: time that is only counted, a database with transactions, and gateways that can fail. */

/** Counts seconds instead of waiting for them, and writes down what happens. */
export class Recording {
  #seconds = 0;
  readonly #lines: string[] = [];

  get seconds(): number {
    return this.#seconds;
  }

  get lines(): readonly string[] {
    return [...this.#lines];
  }

  pass(seconds: number): void {
    this.#seconds += seconds;
  }

  note(what: string): void {
    this.#lines.push(`${this.#seconds} s  ${what}`);
  }
}

/** Its rows count once they are committed. It needs no time at all. */
export class Database {
  readonly #recording: Recording;
  readonly #commitFails: boolean;
  #committed: readonly string[] = [];
  #pending: string[] = [];

  constructor(recording: Recording, commitFails: boolean) {
    this.#recording = recording;
    this.#commitFails = commitFails;
  }

  /** Commits when `work` returns. When it throws, or when the commit fails, rolls back and throws the error on. */
  transaction(work: () => void): void {
    this.#recording.note('begin');
    this.#pending = [];
    try {
      work();
      if (this.#commitFails) throw new Error('commit failed');
    } catch (error) {
      this.#recording.note('roll back');
      throw error;
    }
    this.#committed = [...this.#committed, ...this.#pending];
    this.#recording.note('commit');
  }

  insert(row: string): void {
    this.#recording.note(`insert ${row}`);
    this.#pending.push(row);
  }

  has(row: string): boolean {
    return this.#committed.includes(row);
  }
}

export type Channel = 'e-mail' | 'SMS';

/** `down`: gives up after 5 seconds and throws. `slow`: delivers after 8 seconds. */
export type Condition = 'healthy' | 'down' | 'slow';

/** A service of somebody else, on the other side of the network. */
export class Gateway {
  readonly channel: Channel;
  readonly #recording: Recording;
  readonly #condition: Condition;
  readonly #delivered: string[] = [];

  constructor(channel: Channel, recording: Recording, condition: Condition = 'healthy') {
    this.channel = channel;
    this.#recording = recording;
    this.#condition = condition;
  }

  /** Whoever calls it goes on when the message is delivered. */
  send(recipient: string): void {
    this.#recording.pass(secondsToSend(this.channel, this.#condition));
    if (this.#condition === 'down') {
      this.#recording.note(`${this.channel} is down`);
      throw new Error(`${this.channel} is down`);
    }
    this.#recording.note(`${this.channel} delivered to ${recipient}`);
    this.#delivered.push(recipient);
  }

  /** What really arrived. */
  get delivered(): readonly string[] {
    return [...this.#delivered];
  }
}

function secondsToSend(channel: Channel, condition: Condition): number {
  if (condition === 'down') return 5;
  if (condition === 'slow') return 8;
  return channel === 'e-mail' ? 2 : 1;
}
