/** The course library: what an exercise imports from 'past-tense'. */
export { AggregateRoot } from './aggregate-root.ts';
export { commandHandler } from './command-handler.ts';
export type { CommandHandler, HandledCommand, HandleOptions } from './command-handler.ts';
export { inMemoryDatabase } from './database.ts';
export type { Connection, Database, Table } from './database.ts';
export { fold } from './decider.ts';
export type { Decider } from './decider.ts';
export { eventPublisher, LOWEST_PRECEDENCE, PublishBudgetExceededError } from './event-publisher.ts';
export type {
  ErrorHandler,
  EventListenerOptions,
  EventPublisher,
  EventPublisherOptions,
  Subscription,
} from './event-publisher.ts';
export { WrongExpectedVersionError } from './event-store.ts';
export type {
  AppendOptions,
  AppendResult,
  EventMetadata,
  EventStore,
  ExpectedRevision,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedEvent,
  StreamRevision,
  SubscribeToAllOptions,
} from './event-store.ts';
export { inMemoryEventStore } from './in-memory-event-store.ts';
export { eventFactory } from './messages.ts';
export type { Clock, Command, DomainEvent, EventFactory, IdGenerator, OfType } from './messages.ts';
export { publishingRepository } from './publishing-repository.ts';
export type { WhenListenerAddsEvents } from './publishing-repository.ts';
export { tableRepository } from './repository.ts';
export type { Repository, TableMapping } from './repository.ts';
export { manualScheduler } from './scheduler.ts';
export type { Scheduler } from './scheduler.ts';
export { transactionManager, UnexpectedRollbackError } from './transaction-manager.ts';
export type {
  CompletionStatus,
  Propagation,
  TransactionManager,
  TransactionSynchronization,
} from './transaction-manager.ts';
export { unitOfWork } from './unit-of-work.ts';
export type { UnitOfWork } from './unit-of-work.ts';
