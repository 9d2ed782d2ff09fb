import { test, expect, vi } from 'vitest';
import { eventFactory, eventPublisher, type Repository } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import type { PasswordChanged } from './domain/events.ts';
import { User } from './domain/user.ts';
import { publishOnSave } from './publish-on-save.ts';

const store: Repository<User> = {
  findById: () => undefined,
  save: () => undefined,
  saveAll: () => undefined,
  delete: () => undefined,
  deleteById: () => undefined,
};

test('the listener is called when the user is saved', () => {
  const publisher = eventPublisher<PasswordChanged>();
  const listener = vi.fn();
  publisher.subscribe('PasswordChanged', listener);
  const sora = new User('sora', 'old-secret', eventFactory(fixedClock(0), sequentialIds()));

  sora.changePassword('old-secret', 'new-secret');
  publishOnSave(store, publisher).save(sora);

  expect(listener).toHaveBeenCalled();
});
