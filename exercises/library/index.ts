/** The course library: what an exercise imports from 'past-tense'. */
export { AggregateRoot } from './aggregate-root.ts';
export { toBusinessDate } from './business-date.ts';
export type { BusinessDate } from './business-date.ts';
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
export { integrationEventTranslator } from './integration-event.ts';
export type {
  IntegrationContract,
  IntegrationEvent,
  IntegrationEventTranslator,
} from './integration-event.ts';
export { inMemoryMessageBroker } from './message-broker.ts';
export type { MessageBroker } from './message-broker.ts';
export { eventFactory } from './messages.ts';
export type { Clock, Command, DomainEvent, EventFactory, IdGenerator, OfType } from './messages.ts';
export { outboxRelay } from './outbox-relay.ts';
export type { OutboxRelay } from './outbox-relay.ts';
export { tableOutbox } from './outbox.ts';
export type { Outbox, OutboxMessage } from './outbox.ts';
export { processHandler } from './process-manager.ts';
export type { ProcessHandling, ProcessManager, ProcessRow } from './process-manager.ts';
export { project } from './projection.ts';
export type { Projection } from './projection.ts';
export { projector } from './projector.ts';
export type { Projector } from './projector.ts';
export { publishingRepository } from './publishing-repository.ts';
export type { WhenListenerAddsEvents } from './publishing-repository.ts';
export { tableReadModelStore } from './read-model-store.ts';
export type { ReadModel, ReadModelRow, ReadModelStore } from './read-model-store.ts';
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
