import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  eventPublisher,
  inMemoryDatabase,
  transactionManager,
  UnexpectedRollbackError,
  type Database,
  type DomainEvent,
  type Propagation,
  type TransactionSynchronization,
} from './index.ts';

function kitchen(database: Database = inMemoryDatabase()) {
  const transactions = transactionManager(database);
  const rows = database.table<{ id: string }>('rows');
  const log: string[] = [];
  return {
    transactions,
    log,
    write: (id: string) => rows.put({ id }),
    read: () => rows.find(() => true).map(({ id }) => id),
    committed: () => database.committed<{ id: string }>('rows').map(({ id }) => id),
    /** Registers callbacks that log their names, and what more is given. */
    watch(name: string, { beforeCommit, afterCompletion, ...rest }: TransactionSynchronization = {}) {
      transactions.registerSynchronization({
        ...rest,
        beforeCommit() {
          log.push(`${name}: before commit`);
          beforeCommit?.();
        },
        afterCompletion(status) {
          log.push(`${name}: ${status}`);
          afterCompletion?.(status);
        },
      });
    },
  };
}

const fail = (message = 'it failed'): never => {
  throw new Error(message);
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('commit and rollback', () => {
  it('commits when the work returns, and returns its result', () => {
    const { transactions, write, committed } = kitchen();

    const result = transactions.execute(() => {
      write('a');
      expect(committed(), 'not before the end').toEqual([]);
      return 'done';
    });

    expect(result).toBe('done');
    expect(committed()).toEqual(['a']);
  });

  it('rolls back when the work throws, and throws the same error', () => {
    const { transactions, write, committed } = kitchen();
    const failure = new Error('the mail server is down');

    expect(() =>
      transactions.execute(() => {
        write('a');
        throw failure;
      }),
    ).toThrow(failure);

    expect(committed()).toEqual([]);
    expect(transactions.isActualTransactionActive()).toBe(false);
  });

  it('rolls back without an error when the work decides so', () => {
    const { transactions, write, watch, log, committed } = kitchen();

    const result = transactions.execute(() => {
      watch('w');
      write('a');
      transactions.setRollbackOnly();
      return 'done';
    });

    expect(result).toBe('done');
    expect(committed()).toEqual([]);
    expect(log).toEqual(['w: ROLLED_BACK']);
  });

  it('knows no rollback where there is no transaction', () => {
    const { transactions } = kitchen();

    expect(() => transactions.setRollbackOnly()).toThrow('There is nothing to roll back');
    expect(() =>
      transactions.execute(() => transactions.setRollbackOnly(), { propagation: 'NOT_SUPPORTED' }),
    ).toThrow('There is nothing to roll back');
  });
});

describe('propagation: what inner work sees and what becomes of its row when the outer work fails', () => {
  it.each<[Propagation, string, string]>([
    ['REQUIRED', 'active, sees outer', ''],
    ['REQUIRES_NEW', 'active, sees nothing', 'inner'],
    ['SUPPORTS', 'active, sees outer', ''],
    ['MANDATORY', 'active, sees outer', ''],
    ['NOT_SUPPORTED', 'inactive, sees nothing', 'inner'],
  ])('%s inside a transaction', (propagation, seen, kept) => {
    const { transactions, write, read, committed } = kitchen();
    let observed = '';

    expect(() =>
      transactions.execute(() => {
        write('outer');
        transactions.execute(
          () => {
            const active = transactions.isActualTransactionActive() ? 'active' : 'inactive';
            observed = `${active}, sees ${read().join() || 'nothing'}`;
            write('inner');
          },
          { propagation },
        );
        expect(transactions.isActualTransactionActive(), 'back in the outer one').toBe(true);
        fail();
      }),
    ).toThrow('it failed');

    expect(observed).toBe(seen);
    expect(committed().join()).toBe(kept);
  });

  it.each<[Propagation, string]>([
    ['REQUIRED', 'active'],
    ['REQUIRES_NEW', 'active'],
    ['SUPPORTS', 'inactive'],
    ['MANDATORY', 'Error: MANDATORY needs a transaction, and none is active. Call this inside execute.'],
    ['NOT_SUPPORTED', 'inactive'],
  ])('%s without a transaction', (propagation, seen) => {
    const { transactions } = kitchen();
    const look = (): string => (transactions.isActualTransactionActive() ? 'active' : 'inactive');

    expect(outcomeOf(() => transactions.execute(look, { propagation }))).toBe(seen);
  });

  it('keeps what work without a transaction wrote before it failed', () => {
    const { transactions, write, committed } = kitchen();

    expect(() =>
      transactions.execute(
        () => {
          write('a');
          fail();
        },
        { propagation: 'SUPPORTS' },
      ),
    ).toThrow('it failed');

    expect(committed()).toEqual(['a']);
  });

  it('has no transaction for MANDATORY in work that suspended it', () => {
    const { transactions } = kitchen();
    const mandatory = (): unknown => transactions.execute(() => 'done', { propagation: 'MANDATORY' });

    expect(() =>
      transactions.execute(() => transactions.execute(mandatory, { propagation: 'NOT_SUPPORTED' })),
    ).toThrow('MANDATORY needs a transaction');
  });
});

describe('work that takes part and fails', () => {
  it.each([
    ['throws', (): void => void fail()],
    ['asks for a rollback', undefined],
  ])('when it %s, there is no way back: the outer call fails', (_, work) => {
    const { transactions, write, committed, watch, log } = kitchen();
    const inner = work ?? (() => transactions.setRollbackOnly());

    expect(() =>
      transactions.execute(() => {
        watch('w');
        write('outer');
        outcomeOf(() => transactions.execute(inner));
      }),
    ).toThrow(UnexpectedRollbackError);

    expect(committed()).toEqual([]);
    expect(log).toEqual(['w: ROLLED_BACK']);
  });

  it('lets its error through unchanged when nobody catches it', () => {
    const { transactions } = kitchen();

    expect(() => transactions.execute(() => transactions.execute(() => fail('down')))).toThrow('down');
  });

  it('stays unexpected, whatever is asked for after the end', () => {
    const { transactions, watch } = kitchen();

    expect(() =>
      transactions.execute(() => {
        watch('w', { afterCompletion: () => transactions.setRollbackOnly() });
        outcomeOf(() => transactions.execute(() => fail()));
      }),
    ).toThrow(UnexpectedRollbackError);
  });

  it('leaves the one who began the transaction free to roll back without an error, once it has returned', () => {
    const { transactions } = kitchen();

    expect(
      transactions.execute(() => {
        transactions.execute(() => {});
        transactions.setRollbackOnly();
        return 'done';
      }),
    ).toBe('done');
  });

  it('surprises nobody when the one who began the transaction wants the rollback as well', () => {
    const { transactions } = kitchen();

    expect(
      transactions.execute(() => {
        transactions.setRollbackOnly();
        outcomeOf(() => transactions.execute(() => fail()));
        return 'done';
      }),
    ).toBe('done');
  });

  it('harms nobody else in a transaction of its own', () => {
    const { transactions, write, committed } = kitchen();

    transactions.execute(() => {
      write('outer');
      outcomeOf(() => transactions.execute(() => fail(), { propagation: 'REQUIRES_NEW' }));
    });

    expect(committed()).toEqual(['outer']);
  });
});

describe('synchronizations', () => {
  it('are called before the commit and after it, by order and then registration', () => {
    const { transactions, watch, log } = kitchen();

    transactions.execute(() => {
      watch('last');
      watch('second', { order: 2 });
      watch('also second', { order: 2 });
      watch('first', { order: 1 });
      log.push('work');
    });

    expect(log).toEqual([
      'work',
      'first: before commit',
      'second: before commit',
      'also second: before commit',
      'last: before commit',
      'first: COMMITTED',
      'second: COMMITTED',
      'also second: COMMITTED',
      'last: COMMITTED',
    ]);
  });

  it('belong to the transaction, not to the call that takes part in it', () => {
    const { transactions, watch, log } = kitchen();

    transactions.execute(() => {
      transactions.execute(() => watch('inner'));
      log.push('outer goes on');
    });

    expect(log).toEqual(['outer goes on', 'inner: before commit', 'inner: COMMITTED']);
  });

  it('wait while their transaction is suspended', () => {
    const { transactions, watch, log } = kitchen();

    transactions.execute(() => {
      watch('outer');
      transactions.execute(() => watch('inner'), { propagation: 'REQUIRES_NEW' });
    });

    expect(log).toEqual([
      'inner: before commit',
      'inner: COMMITTED',
      'outer: before commit',
      'outer: COMMITTED',
    ]);
  });

  it('may listen to one end only, or to none', () => {
    const { transactions, log } = kitchen();

    transactions.execute(() => {
      transactions.registerSynchronization({ beforeCommit: () => log.push('before commit') });
      transactions.registerSynchronization({ afterCompletion: (status) => log.push(status) });
      transactions.registerSynchronization({});
    });

    expect(log).toEqual(['before commit', 'COMMITTED']);
    expect(console.error).not.toHaveBeenCalled();
  });

  it('cannot be registered outside of execute', () => {
    const { transactions } = kitchen();

    expect(transactions.execute(() => transactions.isSynchronizationActive())).toBe(true);
    expect(transactions.isSynchronizationActive()).toBe(false);
    expect(() => transactions.registerSynchronization({})).toThrow('Nothing will end here');
  });

  it('are called at the end of work without a transaction, too', () => {
    const { transactions, watch, log } = kitchen();

    transactions.execute(
      () => {
        transactions.execute(() => watch('w'), { propagation: 'NOT_SUPPORTED' });
        log.push('work');
      },
      { propagation: 'SUPPORTS' },
    );

    expect(log).toEqual(['work', 'w: before commit', 'w: COMMITTED']);
  });

  it('write before the commit what is committed with the rest', () => {
    const { transactions, watch, write, committed } = kitchen();

    transactions.execute(() => watch('w', { beforeCommit: () => write('late') }));

    expect(committed()).toEqual(['late']);
  });

  it('learn that nobody knows when the commit itself fails', () => {
    const database = inMemoryDatabase();
    const { transactions, watch, log } = kitchen({
      ...database,
      begin: () => ({ ...database.begin(), commit: () => fail('the network is gone') }),
    });

    expect(() => transactions.execute(() => watch('w'))).toThrow('the network is gone');
    expect(log).toEqual(['w: before commit', 'w: UNKNOWN']);
  });

  it('can veto the commit by setRollbackOnly before it, and the one who began the transaction learns of it', () => {
    const { transactions, watch, write, committed, log } = kitchen();

    expect(() =>
      transactions.execute(() => {
        watch('w', { beforeCommit: () => transactions.setRollbackOnly() });
        write('a');
      }),
    ).toThrow(UnexpectedRollbackError);

    expect(log).toEqual(['w: before commit', 'w: ROLLED_BACK']);
    expect(committed()).toEqual([]);
  });

  it('cannot register after completion, in work that takes part in what is over neither', () => {
    const { transactions, watch, log } = kitchen();

    transactions.execute(() =>
      watch('w', {
        afterCompletion() {
          log.push(outcomeOf(() => transactions.execute(() => watch('late'))).slice(0, 27));
        },
      }),
    );

    expect(log.slice(2)).toEqual(['Error: Nothing will end her']);
  });
});

/** The scenarios that Spring 4.3.30 was run with, as far as they need no transactional listener; in their order. */
describe('the scenarios of transactional work', () => {
  it('commit: before commit, then after completion', () => {
    const { transactions, watch, log } = kitchen();
    transactions.execute(() => watch('w'));
    expect(log).toEqual(['w: before commit', 'w: COMMITTED']);
  });

  it('rollback: after completion only, and the caller sees the error', () => {
    const { transactions, watch, log } = kitchen();
    expect(() =>
      transactions.execute(() => {
        watch('w');
        fail();
      }),
    ).toThrow('it failed');
    expect(log).toEqual(['w: ROLLED_BACK']);
  });

  it('after completion the transaction is still active and its synchronization is not: a row is lost, nothing can register', () => {
    const { transactions, watch, write, committed, log } = kitchen();

    transactions.execute(() =>
      watch('w', {
        afterCompletion() {
          log.push(`transaction active: ${transactions.isActualTransactionActive()}`);
          log.push(`synchronization active: ${transactions.isSynchronizationActive()}`);
          write('lost');
          log.push(outcomeOf(() => transactions.registerSynchronization({})).slice(0, 27));
        },
      }),
    );

    expect(log.slice(2)).toEqual([
      'transaction active: true',
      'synchronization active: false',
      'Error: Nothing will end her',
    ]);
    expect(committed()).toEqual([]);
  });

  it('after completion a row is lost with REQUIRED, and kept without a transaction or with REQUIRES_NEW, whose own callbacks run', () => {
    const { transactions, watch, write, committed, log } = kitchen();

    transactions.execute(() =>
      watch('w', {
        afterCompletion() {
          transactions.execute(() => write('required'));
          transactions.execute(() => write('without'), { propagation: 'NOT_SUPPORTED' });
          transactions.execute(
            () => {
              write('new');
              watch('n');
            },
            { propagation: 'REQUIRES_NEW' },
          );
        },
      }),
    );

    expect(committed()).toEqual(['without', 'new']);
    expect(log).toEqual(['w: before commit', 'w: COMMITTED', 'n: before commit', 'n: COMMITTED']);
  });

  it('who registers before the commit is too late for before commit, and in time for after completion', () => {
    const { transactions, watch, log } = kitchen();

    transactions.execute(() => watch('a', { beforeCommit: () => watch('b') }));

    expect(log).toEqual(['a: before commit', 'a: COMMITTED', 'b: COMMITTED']);
  });

  it('two after completion, the first throws: the second runs, the row is kept, the caller gets his result, the error is logged', () => {
    const { transactions, watch, write, committed, log } = kitchen();

    const result = transactions.execute(() => {
      watch('first', { afterCompletion: () => fail('no coupon') });
      watch('second');
      write('a');
      return 'done';
    });

    expect(result).toBe('done');
    expect(log.slice(2)).toEqual(['first: COMMITTED', 'second: COMMITTED']);
    expect(committed()).toEqual(['a']);
    expect(console.error).toHaveBeenCalledExactlyOnceWith(expect.any(String), new Error('no coupon'));
  });

  it('two plain listeners, the first throws: the second does not run, no row, the caller sees the error', () => {
    const { transactions, write, committed, log } = kitchen();
    const publisher = eventPublisher<DomainEvent<'UserRegistered'>>();
    publisher.subscribe('UserRegistered', () => fail('no mail'));
    publisher.subscribe('UserRegistered', () => log.push('second'));

    expect(() =>
      transactions.execute(() => {
        write('a');
        publisher.publish({ type: 'UserRegistered', data: {}, eventId: 'e-1', occurredAt: 0 });
      }),
    ).toThrow('no mail');

    expect(log).toEqual([]);
    expect(committed()).toEqual([]);
  });

  it('before commit throws: rollback, no row, no further before commit, the caller sees the error', () => {
    const { transactions, watch, write, committed, log } = kitchen();

    expect(() =>
      transactions.execute(() => {
        watch('first', { beforeCommit: () => fail('no points') });
        watch('second');
        write('a');
      }),
    ).toThrow('no points');

    expect(log).toEqual(['first: before commit', 'first: ROLLED_BACK', 'second: ROLLED_BACK']);
    expect(committed()).toEqual([]);
  });
});

function outcomeOf(work: () => unknown): string {
  try {
    return String(work());
  } catch (error) {
    return String(error);
  }
}
