// Here belongs Haru Kitchen's own AggregateRoot. Nobody has written it yet, and nobody imports it.
export {};
