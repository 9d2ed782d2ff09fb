import type { Connection, Database } from './database.ts';
import { LOWEST_PRECEDENCE } from './event-publisher.ts';
import { during, note } from './recording.ts';
import { rethrowCrash, SimulatedCrash } from './simulated-crash.ts';

/**
 * What a piece of work wants of transactions.
 *
 * - `'REQUIRED'`: takes part in the current one, or begins one.
 * - `'REQUIRES_NEW'`: begins one of its own; the current one is suspended meanwhile.
 * - `'SUPPORTS'`: takes part in the current one, or works without.
 * - `'MANDATORY'`: takes part in the current one, or throws.
 * - `'NOT_SUPPORTED'`: works without; the current one is suspended meanwhile.
 *
 * Elsewhere: `Propagation` in Spring, which has NEVER and NESTED as well.
 */
export type Propagation = 'REQUIRED' | 'REQUIRES_NEW' | 'SUPPORTS' | 'MANDATORY' | 'NOT_SUPPORTED';

/** How a transaction ended. `'UNKNOWN'`: its commit threw, and nobody knows what the database made of it. */
export type CompletionStatus = 'COMMITTED' | 'ROLLED_BACK' | 'UNKNOWN';

/** What wants to be called when the current transaction ends. Elsewhere: `TransactionSynchronization` in Spring. */
export interface TransactionSynchronization {
  /** Lower is called earlier; equal ones in the order of their registration. Default `LOWEST_PRECEDENCE`. */
  order?: number;
  /**
   * Called before the commit, in the transaction; not before a rollback. What it throws rolls back and reaches the
   * caller; when it calls `setRollbackOnly`, the caller gets an UnexpectedRollbackError. Who registers meanwhile is too late for `beforeCommit`, and in time for `afterCompletion`.
   */
  beforeCommit?(): void;
  /**
   * Called after the end. What it throws is logged, and the caller never learns of it. The transaction is still the
   * current one, though it is over: what is written here is lost and nobody can register, unless in `'REQUIRES_NEW'`
   * or `'NOT_SUPPORTED'`.
   */
  afterCompletion?(status: CompletionStatus): void;
}

/**
 * Begins and ends transactions around pieces of work.
 *
 * Elsewhere: `PlatformTransactionManager` with `TransactionTemplate` or `@Transactional` in Spring.
 */
export interface TransactionManager {
  /**
   * Runs the work and returns its result. The call that began the transaction commits it; when the work throws, it
   * rolls back and throws the same error.
   *
   * When work that takes part has failed or asked for a rollback, there is no way back: the call that began the
   * transaction throws an UnexpectedRollbackError, even if somebody caught the first error.
   */
  execute<T>(work: () => T, options?: { propagation?: Propagation }): T;
  /** Whether there is a current transaction. Still true inside `afterCompletion`. */
  isActualTransactionActive(): boolean;
  /** Whether one can register. Already false inside `afterCompletion`, and in work that takes part there. */
  isSynchronizationActive(): boolean;
  /** Asks to be called at the end of the current transaction. Throws where synchronization is not active. */
  registerSynchronization(synchronization: TransactionSynchronization): void;
  /** Decides that the current transaction will be rolled back, without an error. Throws where there is none. */
  setRollbackOnly(): void;
}

/**
 * The work went well, but the transaction in which it took place had to be rolled back for somebody else's sake.
 *
 * Elsewhere: `UnexpectedRollbackException` in Spring.
 */
export class UnexpectedRollbackError extends Error {
  constructor() {
    super(
      'The transaction was rolled back: work that took part in it had failed or called setRollbackOnly. ' +
        'Let that error through, or run that work with REQUIRES_NEW.',
    );
    this.name = 'UnexpectedRollbackError';
  }
}

/**
 * The transactions of a database. Work without a transaction has an end, too: synchronizations that are registered in
 * `'SUPPORTS'` or `'NOT_SUPPORTED'` are called then, and there is nothing to commit.
 *
 * Two rules are this course's own. A rollback that is asked for in `beforeCommit` takes place, and the call that began
 * the transaction is told by an error: otherwise it would take its work for stored. Inside `afterCompletion`, work that
 * takes part in what is over cannot register: no end is to come that it could wait for.
 *
 * When the process dies (`SimulatedCrash`), nobody is called any more. The connection is gone, so the database undoes what
 * was not committed; what was, stays.
 *
 * Source: for the rest, runs on Spring 4.3.30 and the Javadoc of `TransactionSynchronization` in Spring Framework
 * 7.1.0-SNAPSHOT at 91eb42645e2.
 *
 * @param database Its tables read and write in the current transaction.
 */
export function transactionManager(database: Database): TransactionManager {
  let current: Scope | undefined;

  return {
    execute(work, { propagation = 'REQUIRED' } = {}) {
      const joinable = current?.connection && current;
      switch (propagation) {
        case 'REQUIRED':
          return joinable ? takePart(joinable, work) : begin(propagation, work);
        case 'REQUIRES_NEW':
          return begin(propagation, work);
        case 'SUPPORTS':
          return joinable ? takePart(joinable, work) : runWithout(work);
        case 'MANDATORY':
          if (joinable) return takePart(joinable, work);
          throw new Error('MANDATORY needs a transaction, and none is active. Call this inside execute.');
        case 'NOT_SUPPORTED':
          return runWithout(work);
      }
    },
    isActualTransactionActive: () => current?.connection !== undefined,
    isSynchronizationActive: () => current?.synchronizations !== undefined,
    registerSynchronization(synchronization) {
      if (current?.synchronizations === undefined) {
        throw new Error(
          'Nothing will end here: registerSynchronization needs a transaction that is not over.',
        );
      }
      current.synchronizations.push(synchronization);
    },
    setRollbackOnly() {
      if (current?.connection === undefined) {
        throw new Error('There is nothing to roll back: setRollbackOnly needs a transaction.');
      }
      note({ kind: 'call', place: 'transaction', label: 'setRollbackOnly' });
      if (current.participants === 0) current.rollback = 'requested';
      else current.rollback ??= 'unexpected';
    },
  };

  function begin<T>(propagation: Propagation, work: () => T): T {
    return during({ kind: 'began', place: 'transaction', label: propagation }, () =>
      run(database.begin(), work),
    );
  }

  function run<T>(connection: Connection | undefined, work: () => T): T {
    const scope: Scope = { connection, synchronizations: [], participants: 0, rollback: undefined };
    const suspended = current;
    current = scope;
    try {
      const workAndEnd = (): T => endOf(scope, work);
      return connection ? connection.use(workAndEnd) : database.withoutTransaction(workAndEnd);
    } finally {
      current = suspended;
    }
  }

  function runWithout<T>(work: () => T): T {
    const isWithout = current?.synchronizations !== undefined && current.connection === undefined;
    if (isWithout) return work();
    if (current?.connection === undefined) return run(undefined, work);
    return during({ kind: 'suspended', place: 'transaction', label: 'NOT_SUPPORTED' }, () =>
      run(undefined, work),
    );
  }
}

/** What begins and ends together: a transaction, or with no connection work without one. */
type Scope = {
  readonly connection: Connection | undefined;
  /** undefined: it is over. */
  synchronizations: TransactionSynchronization[] | undefined;
  /** How many take part at the moment, calls or `beforeCommit`, beside the call that began it. */
  participants: number;
  /** Requested by the one who began it, or unexpected for him. */
  rollback: 'requested' | 'unexpected' | undefined;
};

function takePart<T>(scope: Scope, work: () => T): T {
  scope.participants += 1;
  try {
    return work();
  } catch (error) {
    scope.rollback ??= 'unexpected';
    throw error;
  } finally {
    scope.participants -= 1;
  }
}

function endOf<T>(scope: Scope, work: () => T): T {
  let result: T;
  try {
    result = work();
    if (!scope.rollback) takePart(scope, () => inOrder(scope).forEach(callBeforeCommit));
  } catch (error) {
    undo(scope);
    // Of a process that died nobody is called: it was the database that undid what was not committed.
    if (!(error instanceof SimulatedCrash)) complete(scope, 'ROLLED_BACK');
    throw error;
  }
  if (scope.rollback) {
    const isUnexpected = scope.rollback === 'unexpected';
    undo(scope);
    complete(scope, 'ROLLED_BACK');
    if (isUnexpected) throw new UnexpectedRollbackError();
    return result;
  }
  try {
    scope.connection?.commit();
  } catch (error) {
    noteEnd(scope, 'UNKNOWN');
    if (!(error instanceof SimulatedCrash)) complete(scope, 'UNKNOWN');
    throw error;
  }
  noteEnd(scope, 'COMMITTED');
  complete(scope, 'COMMITTED');
  return result;
}

function undo(scope: Scope): void {
  scope.connection?.rollback();
  noteEnd(scope, 'ROLLED_BACK');
}

function noteEnd({ connection }: Scope, status: CompletionStatus): void {
  const kind = status === 'COMMITTED' ? 'committed' : 'rolled-back';
  if (connection) note({ kind, place: 'transaction', label: status });
}

function callBeforeCommit(synchronization: TransactionSynchronization): void {
  if (!synchronization.beforeCommit) return;
  during({ kind: 'phase', place: 'transaction', label: 'beforeCommit' }, () =>
    synchronization.beforeCommit?.(),
  );
}

function callAfterCompletion(synchronization: TransactionSynchronization, status: CompletionStatus): void {
  if (!synchronization.afterCompletion) return;
  during({ kind: 'phase', place: 'transaction', label: 'afterCompletion' }, () =>
    synchronization.afterCompletion?.(status),
  );
}

function complete(scope: Scope, status: CompletionStatus): void {
  const synchronizations = inOrder(scope);
  scope.synchronizations = undefined;
  for (const synchronization of synchronizations) {
    try {
      callAfterCompletion(synchronization, status);
    } catch (error) {
      rethrowCrash(error);
      console.error('afterCompletion threw, and nobody but this log will know:', error);
    }
  }
}

/** A copy: who registers while the list is gone through is not called. */
function inOrder({ synchronizations = [] }: Scope): TransactionSynchronization[] {
  const order = (synchronization: TransactionSynchronization): number =>
    synchronization.order ?? LOWEST_PRECEDENCE;
  return synchronizations.toSorted((a, b) => order(a) - order(b));
}
