import type { Table } from './database.ts';

/** A view and how far it has come. They belong together: kept apart, a crash in between counts an event twice or never. */
export type ReadModel<View> = Readonly<{
  view: View;
  /** The position of the last event that the view contains; 0 before the first. */
  checkpoint: number;
}>;

/** Where views are kept. Elsewhere: the read side of CQRS; in Axon the checkpoint is a token in a `TokenStore`. */
export interface ReadModelStore<View> {
  /** What was saved last under this name, or undefined. */
  load(name: string): ReadModel<View> | undefined;
  /** Replaces view and checkpoint in one write. */
  save(name: string, view: View, checkpoint: number): void;
}

/** A row of `tableReadModelStore`; its id is the name. */
export type ReadModelRow<View> = { id: string; view: View; checkpoint: number };

/**
 * Read models in a table: each save is one row, written in the current transaction if there is one. A view has to be
 * plain data, so a Map has no place in it.
 */
export function tableReadModelStore<View>(table: Table<ReadModelRow<View>>): ReadModelStore<View> {
  return {
    load: (name) => table.get(name),
    save: (name, view, checkpoint) => table.put({ id: name, view, checkpoint }),
  };
}
