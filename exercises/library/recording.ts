/** Tells what the pieces of the library do, to whoever listens. The library's own, not exported to exercises. */

/** What can happen. */
export type RecordedKind =
  /** A command is handled, or handed on. */
  | 'command'
  /** Somebody calls somebody: a service, a gateway, a colleague. */
  | 'call'
  /** An aggregate keeps an event that is not published yet; `'cleared'` when it forgets what it keeps. */
  | 'registered'
  | 'cleared'
  | 'loaded'
  | 'saved'
  | 'deleted'
  /** An event is brought to its listeners. */
  | 'published'
  /** A listener, or a subscription, is called. */
  | 'listener'
  /** A transaction begins, is left for a while, and ends. */
  | 'began'
  | 'suspended'
  | 'committed'
  | 'rolled-back'
  /** Something that waited for the end of a transaction is called. */
  | 'phase'
  | 'row'
  | 'read'
  | 'appended'
  | 'conflict'
  /** Events that the stream had already; nothing was written. */
  | 'repeated'
  | 'projected'
  /** Something leaves for another system. */
  | 'message'
  /** A task is put aside for later, and is run. */
  | 'scheduled'
  | 'task'
  /** The process died at a named point. */
  | 'crash';

/** Where it happens. */
export type RecordedPlace =
  | 'caller'
  | 'aggregate'
  | 'repository'
  | 'publisher'
  | 'listener'
  | 'transaction'
  | 'table'
  | 'stream'
  | 'view'
  | 'process'
  | 'scheduler'
  | 'external';

/** Code, which reads the same in both languages, or words in each. */
export type RecordedWords = string | { readonly en: string; readonly ko: string };

/** One thing that happened, as the piece tells it in which it happened. */
export type Happening = {
  readonly kind: RecordedKind;
  readonly place: RecordedPlace;
  /** Who it is in that place; of an aggregate, it itself. None where there is but one. */
  readonly name?: RecordedWords | object;
  /** Words, or the aggregates that it is about. */
  readonly label: RecordedWords | object;
  /** What it is about: an event, a row, a view. */
  readonly payload?: unknown;
  /** Something told of before that led to it, if that is not what is under way. */
  readonly cause?: unknown;
  /** What `cause` may name later on. */
  readonly as?: unknown;
  /** Of a row, whether it waits for a commit; its `label` is `users[mina]`. */
  readonly staged?: boolean;
  /** Of a row, whether it was removed. */
  readonly removed?: boolean;
  /** Of an appended event. */
  readonly revision?: number;
};

/** Who listens. Neither method may throw. */
export interface Recorder {
  /** Something happened, at once. */
  note(happening: Happening): void;
  /** Something happens: what is noted while the work runs came of it. Returns what the work returns, throws what it throws. */
  during<T>(happening: Happening, work: () => T): T;
}

let listening: Recorder | undefined;

/** From now on this one listens, and nobody else; undefined for nobody. */
export function listenWith(recorder: Recorder | undefined): void {
  listening = recorder;
}

export function note(happening: Happening): void {
  listening?.note(happening);
}

export function during<T>(happening: Happening, work: () => T): T {
  return listening ? listening.during(happening, work) : work();
}
