import { copyOfPlainData } from './plain-data.ts';
import { note, type Happening } from './recording.ts';

/**
 * Rows by their id. A row is copied on its way in and on its way out: nobody shares an object with the store, so
 * changing a row that was read changes nothing until it is put back.
 */
export interface Table<Row extends { id: string }> {
  /** The row, or undefined. */
  get(id: string): Row | undefined;
  /** The rows that fit, in the order in which they were first put. */
  find(predicate: (row: Row) => boolean): Row[];
  /** Inserts the row, or replaces the one with its id. Throws a TypeError if it holds anything but plain data. */
  put(row: Row): void;
  /** Inserts the row unless its id is there. Returns whether it did: a natural guard against doing things twice. */
  insertIfAbsent(row: Row): boolean;
  /** Removes the row. One that is not there is no error. */
  delete(id: string): void;
}

/**
 * Tables, and transactions over them. Inside a transaction one reads its own writes over what is committed; everybody
 * else reads them from its commit on. Outside of a transaction each write is committed at once.
 *
 * Real databases have isolation levels and locks; this one has neither, and the last commit wins.
 */
export interface Database {
  /** The table of this name, made at its first use. It reads and writes in the transaction that is current then. */
  table<Row extends { id: string }>(name: string): Table<Row>;
  /** Copies of the rows that everybody reads, whatever the current transaction has staged. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what was put there, only the caller knows
  committed<Row extends { id: string }>(name: string): readonly Row[];
  /** Begins a transaction. Use `transactionManager`, which knows when to end it. */
  begin(): Connection;
  /** Runs the work as if no transaction were current, then returns to the one that is. */
  withoutTransaction<T>(work: () => T): T;
}

/**
 * One transaction of a database. Work that uses it after its end reads and writes without an error, and nobody will
 * ever see what it wrote.
 *
 * Elsewhere: a JDBC connection with auto-commit off, which Spring keeps bound to the thread.
 */
export interface Connection {
  /** Runs the work in this transaction, then returns to the one before. */
  use<T>(work: () => T): T;
  /** Shows the staged rows to everybody. */
  commit(): void;
  /** Forgets the staged rows. */
  rollback(): void;
}

/** An empty database that lives as long as the object. */
export function inMemoryDatabase(): Database {
  const everybodys: Tables = new Map();
  // What is written now: the rows that a transaction has staged, or without one those of everybody.
  let current = everybodys;

  const using = <T>(tables: Tables, work: () => T): T => {
    const before = current;
    current = tables;
    try {
      return work();
    } finally {
      current = before;
    }
  };

  const read = (name: string, id: string): AnyRow | undefined => {
    const own = rowsOf(current, name);
    return own.has(id) ? own.get(id) : rowsOf(everybodys, name).get(id);
  };

  return {
    table<Row extends { id: string }>(name: string): Table<Row> {
      const copied = (row: AnyRow): Row => copyOfPlainData(row, `${name}[${row.id}]`) as Row;
      const noteRow = (id: string, more: Pick<Happening, 'payload' | 'removed'>): void =>
        note({
          kind: 'row',
          place: 'table',
          name,
          label: `${name}[${id}]`,
          staged: current !== everybodys,
          ...more,
        });
      const put = (row: Row): void => {
        const stored = copied(row);
        rowsOf(current, name).set(row.id, stored);
        noteRow(row.id, { payload: stored });
      };
      return {
        get(id) {
          const row = read(name, id);
          return row && copied(row);
        },
        find(predicate) {
          const visible = new Map([...rowsOf(everybodys, name), ...rowsOf(current, name)]);
          return present(visible).map(copied).filter(predicate);
        },
        put,
        insertIfAbsent(row) {
          const isAbsent = read(name, row.id) === undefined;
          if (isAbsent) put(row);
          return isAbsent;
        },
        delete(id) {
          rowsOf(current, name).set(id, undefined);
          noteRow(id, { removed: true });
        },
      };
    },

    committed: <Row extends { id: string }>(name: string) =>
      present(rowsOf(everybodys, name)).map((row) => copyOfPlainData(row, name) as Row),

    begin() {
      const staged: Tables = new Map();
      return {
        use: (work) => using(staged, work),
        commit() {
          for (const [name, rows] of staged) {
            for (const [id, row] of rows) rowsOf(everybodys, name).set(id, row);
          }
          staged.clear();
        },
        rollback: () => staged.clear(),
      };
    },

    withoutTransaction: (work) => using(everybodys, work),
  };
}

type AnyRow = { id: string };
/** Rows by id. Deleted is a mark and no gap: what a transaction deletes has to cover what is committed. */
type Rows = Map<string, AnyRow | undefined>;
type Tables = Map<string, Rows>;

function rowsOf(tables: Tables, name: string): Rows {
  const rows = tables.get(name) ?? new Map<string, AnyRow | undefined>();
  tables.set(name, rows);
  return rows;
}

const present = (rows: Rows): AnyRow[] => [...rows.values()].filter((row) => row !== undefined);
