/** The database and the gateways of this lesson, which tell the timeline what they do. */
import { during, note } from 'past-tense/testing';
import { Database, Gateway, Stopwatch, Table } from './kitchen.program.ts';

class WatchedTable<Row extends { readonly id: string }> extends Table<Row> {
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override save(row: Row): void {
    super.save(row);
    note({
      kind: 'row',
      place: 'table',
      name: this.#name,
      label: `${this.#name}[${row.id}]`,
      payload: row,
      staged: true,
    });
  }
}

class WatchedDatabase extends Database {
  override readonly members = new WatchedTable<{ id: string }>('members');
  override readonly unsent = new WatchedTable<{ id: string; channel: string; memberId: string }>('unsent');

  override transaction(work: () => void): void {
    during({ kind: 'began', place: 'transaction', label: 'database.transaction' }, () => {
      try {
        super.transaction(work);
      } catch (error) {
        note({ kind: 'rolled-back', place: 'transaction', label: 'rollback' });
        throw error;
      }
      note({ kind: 'committed', place: 'transaction', label: 'commit' });
    });
  }
}

class WatchedGateway extends Gateway {
  readonly #name: { readonly en: string; readonly ko: string };
  readonly #stopwatch: Stopwatch;

  constructor(name: { readonly en: string; readonly ko: string }, stopwatch: Stopwatch) {
    super(name.en, stopwatch);
    this.#name = name;
    this.#stopwatch = stopwatch;
  }

  override send(memberId: string): void {
    const from = this.#stopwatch.seconds;
    const label = {
      en: `to ${memberId}, ${from} s to ${from + this.seconds} s`,
      ko: `${memberId}에게, ${from}~${from + this.seconds}초`,
    };
    during({ kind: 'message', place: 'external', name: this.#name, label }, () => super.send(memberId));
  }
}

interface SignUpService {
  signUp(member: { id: string }): void;
}

/** Mina signs up while SMS is down. */
export function minaSignsUp(
  make: (database: Database, email: Gateway, sms: Gateway) => SignUpService,
): () => void {
  const stopwatch = new Stopwatch();
  const email = new WatchedGateway({ en: 'e-mail', ko: '이메일' }, stopwatch);
  const sms = new WatchedGateway({ en: 'SMS', ko: 'SMS' }, stopwatch);
  sms.isDown = true;
  const service = make(new WatchedDatabase(), email, sms);
  return () => {
    try {
      during({ kind: 'command', place: 'caller', name: 'SignUpService', label: 'signUp(mina)' }, () =>
        service.signUp({ id: 'mina' }),
      );
    } catch {
      // The screen says "Something went wrong".
    }
  };
}
