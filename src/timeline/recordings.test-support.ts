import type { Entry, Recording } from '../sandbox/recording.ts';

/** Recordings as the library would make them, written by hand. */

const recording = (entries: readonly Entry[], rest: Partial<Recording> = {}): Recording => ({
  version: 1,
  entries,
  more: 0,
  ...rest,
});

const user = { place: 'aggregate', name: 'User mina' } as const;
const users = { place: 'repository', name: 'users' } as const;
const usersTable = { place: 'table', name: 'users' } as const;
const publisher = { place: 'publisher' } as const;
const transaction = { place: 'transaction' } as const;
const listener = (name: string) => ({ place: 'listener', name }) as const;
const payload: Entry['payload'] = {
  kind: 'fields',
  entries: [
    { key: 'type', value: { kind: 'string', text: 'PasswordChanged' } },
    { key: 'userId', value: { kind: 'string', text: 'mina' } },
    {
      key: 'at',
      value: {
        kind: 'fields',
        type: 'Instant',
        entries: [{ key: 'seconds', value: { kind: 'leaf', text: '1' } }],
        more: 0,
      },
    },
  ],
  more: 0,
};

/** Saved, published, and a listener that publishes another event. */
export const publishOnSave = recording([
  { kind: 'command', lane: { place: 'caller' }, label: 'changePassword' },
  { kind: 'began', lane: transaction, label: 'REQUIRED', cause: 0 },
  { kind: 'loaded', lane: users, label: 'mina', cause: 0, transaction: 1 },
  { kind: 'returned', lane: users, label: 'mina', cause: 0, transaction: 1, ends: 2 },
  { kind: 'registered', lane: user, label: 'PasswordChanged', cause: 0, transaction: 1, payload },
  { kind: 'saved', lane: users, label: 'mina', cause: 0, transaction: 1 },
  { kind: 'row', lane: usersTable, label: 'users[mina]', cause: 5, transaction: 1, staged: true, payload },
  { kind: 'published', lane: publisher, label: 'PasswordChanged', cause: 5, transaction: 1, payload },
  { kind: 'listener', lane: listener('sendMail'), label: 'PasswordChanged', cause: 7, transaction: 1 },
  {
    kind: 'message',
    lane: { place: 'external', name: 'SMTP' },
    label: { en: 'mail to mina', ko: 'mina에게 메일' },
    cause: 8,
    transaction: 1,
  },
  {
    kind: 'returned',
    lane: listener('sendMail'),
    label: 'PasswordChanged',
    cause: 8,
    transaction: 1,
    ends: 8,
  },
  { kind: 'listener', lane: listener('endSessions'), label: 'PasswordChanged', cause: 7, transaction: 1 },
  { kind: 'published', lane: publisher, label: 'SessionsEnded', cause: 11, transaction: 1 },
  { kind: 'listener', lane: listener('audit'), label: 'SessionsEnded', cause: 12, transaction: 1 },
  {
    kind: 'row',
    lane: { place: 'table', name: 'audit' },
    label: 'audit[1]',
    cause: 13,
    transaction: 1,
    staged: true,
  },
  { kind: 'returned', lane: listener('audit'), label: 'SessionsEnded', cause: 13, transaction: 1, ends: 13 },
  { kind: 'returned', lane: publisher, label: 'SessionsEnded', cause: 12, transaction: 1, ends: 12 },
  {
    kind: 'returned',
    lane: listener('endSessions'),
    label: 'PasswordChanged',
    cause: 11,
    transaction: 1,
    ends: 11,
  },
  { kind: 'returned', lane: publisher, label: 'PasswordChanged', cause: 7, transaction: 1, ends: 7 },
  { kind: 'cleared', lane: user, label: 'PasswordChanged', cause: 5, transaction: 1, clears: [4] },
  { kind: 'returned', lane: users, label: 'mina', cause: 5, transaction: 1, ends: 5 },
  { kind: 'committed', lane: transaction, label: 'COMMITTED', cause: 0, transaction: 1, ends: 1 },
  { kind: 'returned', lane: { place: 'caller' }, label: 'changePassword', ends: 0 },
]);

/** The sample of `sandbox/recording.ts`: a listener throws, and takes the row with it. */
export const rolledBack = recording(
  [
    { kind: 'began', lane: transaction, label: 'REQUIRED' },
    { kind: 'registered', lane: user, label: 'PasswordChanged', transaction: 0, payload },
    { kind: 'saved', lane: users, label: 'mina', transaction: 0 },
    { kind: 'row', lane: usersTable, label: 'users[mina]', cause: 2, transaction: 0, staged: true, payload },
    { kind: 'published', lane: publisher, label: 'PasswordChanged', cause: 2, transaction: 0 },
    {
      kind: 'listener',
      lane: listener('PasswordChanged#1'),
      label: 'PasswordChanged',
      cause: 4,
      transaction: 0,
    },
    {
      kind: 'threw',
      lane: listener('PasswordChanged#1'),
      label: 'Error: SMTP down',
      cause: 5,
      transaction: 0,
      ends: 5,
    },
    { kind: 'rolled-back', lane: transaction, label: 'ROLLED_BACK', transaction: 0, ends: 0 },
  ],
  { failedAt: 8 },
);

/** A transaction inside a suspended one, a listener after the commit, and a row that comes too late. */
export const nestedTransactions = recording([
  { kind: 'began', lane: transaction, label: 'REQUIRED' },
  { kind: 'row', lane: usersTable, label: 'users[mina]', transaction: 0, staged: true },
  { kind: 'published', lane: publisher, label: 'MemberJoined', transaction: 0 },
  { kind: 'returned', lane: publisher, label: 'MemberJoined', transaction: 0, ends: 2 },
  { kind: 'suspended', lane: transaction, label: 'REQUIRES_NEW' },
  { kind: 'began', lane: transaction, label: 'REQUIRES_NEW', cause: 4 },
  {
    kind: 'row',
    lane: { place: 'table', name: 'audit' },
    label: 'audit[1]',
    cause: 4,
    transaction: 5,
    staged: true,
  },
  { kind: 'committed', lane: transaction, label: 'COMMITTED', cause: 4, transaction: 5, ends: 5 },
  { kind: 'returned', lane: transaction, label: 'REQUIRES_NEW', ends: 4 },
  { kind: 'committed', lane: transaction, label: 'COMMITTED', transaction: 0, ends: 0 },
  { kind: 'phase', lane: listener('welcome'), label: 'AFTER_COMMIT', cause: 2, transaction: 0 },
  {
    kind: 'row',
    lane: { place: 'table', name: 'coupons' },
    label: 'coupons[1]',
    cause: 10,
    transaction: 0,
    staged: true,
  },
  { kind: 'returned', lane: listener('welcome'), label: 'AFTER_COMMIT', transaction: 0, ends: 10 },
]);

const died = 'SimulatedCrash: The process died at "beforeCommit".';
const afterwards: Entry = { kind: 'call', lane: { place: 'caller' }, label: 'restart' };

/** The process dies in a listener, before the commit; then it is started again. */
export const diedInTransaction = recording([
  { kind: 'command', lane: { place: 'caller' }, label: 'changePassword' },
  { kind: 'began', lane: transaction, label: 'REQUIRED', cause: 0 },
  { kind: 'registered', lane: user, label: 'PasswordChanged', cause: 0, transaction: 1, payload },
  { kind: 'row', lane: usersTable, label: 'users[mina]', cause: 0, transaction: 1, staged: true, payload },
  { kind: 'listener', lane: listener('sendMail'), label: 'PasswordChanged', cause: 0, transaction: 1 },
  { kind: 'crash', lane: { place: 'process' }, label: 'beforeCommit', cause: 4, transaction: 1 },
  { kind: 'threw', lane: listener('sendMail'), label: died, cause: 0, transaction: 1, ends: 4 },
  { kind: 'rolled-back', lane: transaction, label: 'ROLLED_BACK', cause: 0, transaction: 1, ends: 1 },
  { kind: 'threw', lane: transaction, label: died, cause: 0, ends: 1 },
  { kind: 'threw', lane: { place: 'caller' }, label: died, ends: 0 },
  afterwards,
]);

/** The process dies after the commit; then it is started again. */
export const diedAfterCommit = recording([
  { kind: 'command', lane: { place: 'caller' }, label: 'changePassword' },
  { kind: 'began', lane: transaction, label: 'REQUIRED', cause: 0 },
  { kind: 'row', lane: usersTable, label: 'users[mina]', cause: 0, transaction: 1, staged: true, payload },
  { kind: 'committed', lane: transaction, label: 'COMMITTED', cause: 0, transaction: 1, ends: 1 },
  { kind: 'phase', lane: transaction, label: 'afterCompletion', cause: 0, transaction: 1 },
  { kind: 'crash', lane: { place: 'process' }, label: 'afterCommit', cause: 4, transaction: 1 },
  { kind: 'threw', lane: transaction, label: died, cause: 0, transaction: 1, ends: 4 },
  { kind: 'threw', lane: transaction, label: died, cause: 0, ends: 1 },
  { kind: 'threw', lane: { place: 'caller' }, label: died, ends: 0 },
  afterwards,
]);

const order = { place: 'stream', name: 'order-1' } as const;

/** Two waiters read the same revision; the second one's append is refused. */
export const race = recording([
  { kind: 'command', lane: { place: 'caller', name: { en: 'Ann', ko: '안나' } }, label: 'addLine' },
  { kind: 'read', lane: order, label: 'order-1', cause: 0 },
  { kind: 'command', lane: { place: 'caller', name: { en: 'Ben', ko: '벤' } }, label: 'addLine' },
  { kind: 'read', lane: order, label: 'order-1', cause: 2 },
  { kind: 'appended', lane: order, label: 'LineAdded', cause: 0, revision: 1, payload },
  { kind: 'conflict', lane: order, label: 'expected 0, found 1', cause: 2 },
  {
    kind: 'threw',
    lane: { place: 'caller', name: { en: 'Ben', ko: '벤' } },
    label: 'WrongExpectedRevision',
    ends: 2,
  },
]);

/** Two events, and the view that hears of them later. */
export const projection = recording([
  { kind: 'appended', lane: order, label: 'OrderPlaced', revision: 0, payload },
  { kind: 'appended', lane: order, label: 'OrderPaid', revision: 1 },
  {
    kind: 'projected',
    lane: { place: 'view', name: { en: 'kitchen board', ko: '주방 현황판' } },
    label: 'OrderPlaced',
    cause: 0,
  },
  {
    kind: 'projected',
    lane: { place: 'view', name: { en: 'kitchen board', ko: '주방 현황판' } },
    label: 'OrderPaid',
    cause: 1,
  },
]);

/** As many entries as are kept: a loop that saves one menu after the other. */
export const longLoop = recording(
  Array.from({ length: 500 }, (_, index): Entry => {
    const [turn, part] = [Math.floor(index / 5), index % 5];
    const first = turn * 5;
    const menu = { place: 'aggregate', name: `Menu ${turn}` } as const;
    switch (part) {
      case 0:
        return { kind: 'command', lane: { place: 'caller' }, label: 'hide' };
      case 1:
        return { kind: 'registered', lane: menu, label: 'MenuHidden', cause: first };
      case 2:
        return {
          kind: 'saved',
          lane: { place: 'repository', name: 'menus' },
          label: `${turn}`,
          cause: first,
        };
      case 3:
        return {
          kind: 'row',
          lane: { place: 'table', name: 'menus' },
          label: `menus[${turn}]`,
          cause: first + 2,
        };
      default:
        return { kind: 'returned', lane: { place: 'caller' }, label: 'hide', ends: first };
    }
  }),
  { more: 37 },
);

/** The same numbers for the same seed, from 0 to below 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const kinds: readonly Entry['kind'][] = [
  'command',
  'registered',
  'cleared',
  'saved',
  'published',
  'listener',
  'began',
  'suspended',
  'committed',
  'rolled-back',
  'row',
  'appended',
  'message',
  'crash',
  'returned',
  'threw',
];
const places: readonly Entry['lane']['place'][] = [
  'caller',
  'aggregate',
  'repository',
  'publisher',
  'listener',
  'transaction',
  'table',
  'stream',
  'external',
];

/** Entries that refer to any earlier ones, or to none: what `readRecording` lets in, whether it makes sense or not. */
export function anyRecording(length: number, seed: number): Recording {
  const random = randomNumbers(seed);
  const below = (end: number) => Math.floor(random() * end);
  const earlier = (index: number, key: string) =>
    index > 0 && random() < 0.6 ? { [key]: below(index) } : {};
  const entries = Array.from({ length }, (_, index): Entry => {
    const kind = kinds[below(kinds.length)]!;
    return {
      kind,
      lane: {
        place: places[below(places.length)]!,
        ...(random() < 0.7 ? { name: `name ${below(4)}` } : {}),
      },
      label: random() < 0.1 ? '' : `label ${below(3)}`,
      ...earlier(index, 'cause'),
      ...earlier(index, 'transaction'),
      ...earlier(index, 'ends'),
      ...(random() < 0.3 ? { staged: true } : {}),
      ...(random() < 0.1 ? { removed: true } : {}),
      ...(index > 0 && random() < 0.2 ? { clears: [below(index)] } : {}),
    };
  });
  return recording(entries, random() < 0.5 ? { failedAt: below(length + 1) } : {});
}
