import { expect, it } from 'vitest';
import { readMessage } from './read-message.ts';

it.each([
  ['no object', 'end'],
  ['an unknown kind', { kind: 'passed' }],
  ['a test without a report', { kind: 'test', test: 'all' }],
  ['a console line without an entry', { kind: 'console' }],
])('drops %s', (_, message) => {
  expect(readMessage(message)).toBeUndefined();
});

it('takes a state it does not know for a failure', () => {
  const message = readMessage({ kind: 'test', test: { name: 'a', state: 'fine', assertions: 'many' } });
  expect(message).toEqual({
    kind: 'test',
    test: { name: 'a', state: 'failed', durationMs: 0, assertions: 0, errors: [] },
  });
});

it('cuts texts and lists that are too long', () => {
  const error = { name: 'E', message: 'm'.repeat(10_000), frames: Array.from({ length: 99 }, () => ({})) };
  const message = readMessage({ kind: 'load-error', error });
  if (message?.kind !== 'load-error') throw new Error('not read');
  expect(message.error.message).toHaveLength(4_100);
  expect(message.error.frames).toHaveLength(20);
});

it('leaves out what it was not told', () => {
  const message = readMessage({ kind: 'console', entry: { level: 'shout', text: 'hi' } });
  expect(message).toEqual({ kind: 'console', entry: { level: 'log', text: 'hi' } });
});
