import type { Table } from './database.ts';
import { note } from './recording.ts';

/**
 * Where aggregates are kept, as if they were a collection. Stores state; whether it also publishes events is a matter
 * of who stands in front of it (`publishingRepository`).
 *
 * Elsewhere: `CrudRepository` in Spring Data.
 */
export interface Repository<A extends { readonly id: string }> {
  /** The aggregate as it was saved last, or undefined. */
  findById(id: string): A | undefined;
  /** Stores the aggregate, new or known. */
  save(aggregate: A): void;
  /** Stores each aggregate, in order. Any iterable will do, a generator too; it is read once. */
  saveAll(aggregates: Iterable<A>): void;
  /** Removes the aggregate. One that is not there is no error. */
  delete(aggregate: A): void;
  /** Removes by id. Nobody has the aggregate in hand here, so no events of it can be published. */
  deleteById(id: string): void;
}

/** How a table becomes a repository: the table, and the way there and back. */
export interface TableMapping<A extends { readonly id: string }, Row extends { id: string }> {
  /** Where the rows are. */
  table: Table<Row>;
  /** The state to be stored, as plain data. Pending events are no state and have no place in a row. */
  toRow: (aggregate: A) => Row;
  /** Makes the aggregate again from what was stored: no rule is checked, no event is registered. */
  fromRow: (row: Row) => A;
}

/**
 * A repository over a table. It registers and publishes nothing.
 *
 * Each `findById` makes a new object: two calls give two instances with the same state, and only the instance
 * that is saved is stored. Elsewhere: JPA hands out one instance per persistence context and writes its changes by
 * itself (dirty checking).
 */
export function tableRepository<A extends { readonly id: string }, Row extends { id: string }>({
  table,
  toRow,
  fromRow,
}: TableMapping<A, Row>): Repository<A> {
  const save = (aggregate: A): void => table.put(toRow(aggregate));
  return {
    findById(id) {
      const row = table.get(id);
      if (row) note({ kind: 'loaded', place: 'repository', label: id });
      return row && fromRow(row);
    },
    save,
    saveAll(aggregates) {
      for (const aggregate of aggregates) save(aggregate);
    },
    delete: ({ id }) => table.delete(id),
    deleteById: (id) => table.delete(id),
  };
}
