import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { receiveRecordings } from './receive-recordings.ts';
import type { HarnessCommand } from './report.ts';

const withinMs = 500;
const never = new AbortController().signal;

const recording = { version: 1, more: 0, entries: [{ kind: 'call', lane: { place: 'caller' }, label: 'x' }] };
const message = (test: string, json = JSON.stringify(recording)) => ({
  kind: 'recording',
  test,
  recording: json,
});

/** A worker whose run has ended; `tell` sends what it says. */
function endedWorker() {
  const asked: HarnessCommand[] = [];
  const port = { onmessage: null } as unknown as MessagePort;
  const tell = (data: unknown) => port.onmessage?.({ data } as MessageEvent);
  return { asked, tell, worker: { port, send: (command: HarnessCommand) => void asked.push(command) } };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks, and has what was told until all is over', async () => {
  const { asked, tell, worker } = endedWorker();
  const receiving = receiveRecordings(worker, withinMs, never);
  expect(asked).toEqual([{ kind: 'tell-recordings' }]);
  tell(message('one'));
  tell(message('two'));
  tell({ kind: 'over' });
  expect(await receiving).toEqual({
    recordings: new Map([
      ['one', recording],
      ['two', recording],
    ]),
    isOver: true,
  });
});

it.each([
  ['no JSON', '{'],
  ['another version', JSON.stringify({ ...recording, version: 2 })],
  ['a text without end', JSON.stringify({ ...recording, filler: 'x'.repeat(2e6) })],
])('leaves out %s', async (_, json) => {
  const { tell, worker } = endedWorker();
  const receiving = receiveRecordings(worker, withinMs, never);
  tell(message('one', json));
  tell({ kind: 'over' });
  expect((await receiving).recordings.size).toBe(0);
});

it('does not wait for a worker that says nothing more, and keeps what it said', async () => {
  const { tell, worker } = endedWorker();
  const receiving = receiveRecordings(worker, withinMs, never);
  tell(message('one'));
  await vi.advanceTimersByTimeAsync(withinMs);
  const { recordings, isOver } = await receiving;
  expect([...recordings.keys()]).toEqual(['one']);
  expect(isOver).toBe(false);
});

it('ends at once, with what was said so far, when somebody is in a hurry', async () => {
  const { tell, worker } = endedWorker();
  const hurry = new AbortController();
  const receiving = receiveRecordings(worker, withinMs, hurry.signal);
  tell(message('one'));
  hurry.abort();
  const { recordings, isOver } = await receiving;
  expect([...recordings.keys()]).toEqual(['one']);
  expect(isOver).toBe(false);
});

it('takes a worker that goes on and on for one that is over', async () => {
  const { tell, worker } = endedWorker();
  const receiving = receiveRecordings(worker, withinMs, never);
  for (let sent = 0; sent < 300; sent += 1) tell('noise');
  expect((await receiving).isOver).toBe(true);
});
