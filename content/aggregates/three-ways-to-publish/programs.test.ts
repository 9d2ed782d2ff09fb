import { expect, it } from 'vitest';
import { eventFactory, eventPublisher, publishingRepository, type Repository } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import * as inOrder from './by-hand-in-order.program.ts';
import * as byHand from './by-hand.program.ts';
import * as fullDisk from './full-disk.program.ts';
import * as forgotten from './one-line-forgotten.program.ts';
import * as onSave from './on-save.program.ts';
import * as returned from './returned.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as byHandRun from './by-hand-run.program.ts';
import * as onSaveRun from './on-save-run.program.ts';
import * as returnedRun from './returned-run.program.ts';

const event = eventFactory(fixedClock(0), sequentialIds());

it('by hand, publishing first: the text is out although nothing was saved', () => {
  expect(fullDisk.run()).toBe('texts: 1, password: old-secret');
});

it('one line forgotten: the news is missing in each style, and in one of them the change too', () => {
  expect(forgotten.run()).toBe('stored, told 0 | lost, told 0 | stored, told 0');
});

it('saves first and tells once afterwards, in all three styles', () => {
  const publisher = eventPublisher<byHand.PasswordChanged>();
  const log: string[] = [];
  publisher.subscribe('PasswordChanged', ({ data }) => log.push(`told ${data.userId}`));

  const plain = new byHand.User('sora', 'old');
  new inOrder.PasswordService(keeping(plain, log), publisher, event).changePassword('sora', 'new');
  const speaking = new onSave.User('sora', 'old', event);
  new onSave.PasswordService(publishingRepository(keeping(speaking, log), publisher)).changePassword(
    'sora',
    'new',
  );
  const returning = new returned.User('sora', 'old', event);
  new returned.PasswordService(keeping(returning, log), publisher).changePassword('sora', 'new');

  expect(log).toEqual(Array.from({ length: 3 }, () => ['saved sora', 'told sora']).flat());
});

function keeping<U extends { readonly id: string }>(user: U, log: string[]): Repository<U> {
  return {
    findById: () => user,
    save: ({ id }) => void log.push(`saved ${id}`),
    saveAll: () => undefined,
    delete: () => undefined,
    deleteById: () => undefined,
  };
}

const run = [
  'row users: users[sora]',
  'published publisher: PasswordChanged',
  'listener SmsSender: PasswordChanged',
];

it.each([
  ['by hand', byHandRun, ['call User sora: changePassword', ...run]],
  [
    'on save',
    onSaveRun,
    [
      'call User sora: changePassword',
      'registered User sora: PasswordChanged',
      'saved repository: User sora',
      ...run,
      'cleared User sora: clearDomainEvents',
    ],
  ],
  ['returned', returnedRun, ['call User sora: changePassword → PasswordChanged', ...run]],
])('%s: the row is written before the event is published', (_, { timeline }, happened) => {
  expect(happeningsOf(timeline)).toEqual([
    'command PasswordService: changePassword',
    'loaded repository: sora',
    ...happened,
  ]);
});
