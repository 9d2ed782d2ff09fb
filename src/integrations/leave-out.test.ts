import { expect, it } from 'vitest';
import type { Entry, Recording } from '../sandbox/recording.ts';
import { leaveOut } from './leave-out.ts';

const lane = { place: 'stream', name: 'bill-12' } as const;
const recordingOf = (...entries: readonly Omit<Entry, 'lane' | 'label'>[]): Recording => ({
  version: 1,
  entries: entries.map((entry) => ({ lane, label: 'bill', ...entry })),
  more: 0,
});

it('numbers what stays anew', () => {
  const recording = recordingOf(
    { kind: 'read' },
    { kind: 'began' },
    { kind: 'registered', transaction: 1 },
    { kind: 'cleared', transaction: 1, clears: [2] },
    { kind: 'committed', transaction: 1, ends: 1 },
  );

  expect(leaveOut(recording, new Set(['read']))).toEqual(
    recordingOf(
      { kind: 'began' },
      { kind: 'registered', transaction: 0 },
      { kind: 'cleared', transaction: 0, clears: [1] },
      { kind: 'committed', transaction: 0, ends: 0 },
    ),
  );
});

it('lets what something led to come of what had led to that, and leaves its end out with it', () => {
  const recording = recordingOf(
    { kind: 'command' },
    { kind: 'listener', cause: 0 },
    { kind: 'row', cause: 1 },
    { kind: 'returned', cause: 1, ends: 1 },
    { kind: 'message', cause: 3 },
  );

  expect(leaveOut(recording, new Set(['listener']))).toEqual(
    recordingOf({ kind: 'command' }, { kind: 'row', cause: 0 }, { kind: 'message', cause: 0 }),
  );
});
