/** Keeps what happened to an aggregate until somebody publishes it. */
export abstract class AggregateRoot {
  abstract readonly id: string;
}
