import { describe, expect, it } from 'vitest';
import type { Entry, Recording } from '../sandbox/recording.ts';
import { anyRecording, nestedTransactions, publishOnSave, rolledBack } from './recordings.test-support.ts';
import { stateAt } from './state-at.ts';

const table = (recording: Recording, name: string, count = recording.entries.length) =>
  stateAt(recording, count)
    .tables.get(`table ${name}`)
    ?.map(({ state }) => state);

const rowsOnly = (...entries: readonly Partial<Entry>[]): Recording => ({
  version: 1,
  more: 0,
  entries: entries.map((entry) => ({
    kind: 'row',
    lane: { place: 'table', name: 't' },
    label: 't[1]',
    ...entry,
  })),
});

describe('the tray of an aggregate', () => {
  const tray = (count: number) => stateAt(publishOnSave, count).trays.get('aggregate User mina');

  it('is empty before an event is registered, holds it, and is empty after it was cleared', () => {
    expect([tray(0), tray(4), tray(5), tray(19), tray(20)]).toEqual([[], [], [4], [4], []]);
  });
});

describe('a row', () => {
  it('is staged until its transaction commits', () => {
    expect(table(publishOnSave, 'users', 6)).toEqual([]);
    expect(table(publishOnSave, 'users', 7)).toEqual(['staged']);
    expect(table(publishOnSave, 'users', 21)).toEqual(['staged']);
    expect(table(publishOnSave, 'users', 22)).toEqual(['solid']);
  });

  it('is undone when its transaction is rolled back', () => {
    expect(table(rolledBack, 'users', 7)).toEqual(['staged']);
    expect(table(rolledBack, 'users', 8)).toEqual([]);
    expect(stateAt(rolledBack, 8).rows.get(3)).toBe('undone');
  });

  it('is a ghost when its transaction was over before, whatever commits later', () => {
    expect(table(nestedTransactions, 'coupons')).toEqual(['ghost']);
    expect(table(nestedTransactions, 'audit', 8)).toEqual(['solid']);
    expect(table(nestedTransactions, 'users', 8)).toEqual(['staged']);
  });

  it('without a transaction is solid at once', () => {
    expect(table(rowsOnly({}), 't')).toEqual(['solid']);
  });

  it('stands as it was beside its staged version, and again after the rollback', () => {
    const began: Partial<Entry> = { kind: 'began', lane: { place: 'transaction' } };
    const ends: Partial<Entry> = { kind: 'rolled-back', lane: { place: 'transaction' }, ends: 1 };
    const recording = rowsOnly({}, began, { transaction: 1, staged: true }, ends);

    expect(table(recording, 't', 3)).toEqual(['solid', 'staged']);
    expect(table(recording, 't', 4)).toEqual(['solid']);
  });

  it('written again by the same transaction is there once', () => {
    const began: Partial<Entry> = { kind: 'began', lane: { place: 'transaction' } };
    const staged: Partial<Entry> = { transaction: 0, staged: true };

    expect(table(rowsOnly(began, staged, staged), 't')).toEqual(['staged']);
  });

  it('that was removed is there no more', () => {
    expect(table(rowsOnly({}, { removed: true }), 't')).toEqual([]);
    expect(table(rowsOnly({}, { removed: true }, {}), 't')).toEqual(['solid']);
  });
});

it('transactions are open until they end', () => {
  const at = (count: number) => [...stateAt(nestedTransactions, count).transactions.values()];

  expect(at(0)).toEqual([]);
  expect(at(6)).toEqual(['open', 'open']);
  expect(at(8)).toEqual(['open', 'committed']);
  expect(at(10)).toEqual(['committed', 'committed']);
  expect([...stateAt(rolledBack, 8).transactions.values()]).toEqual(['rolled-back']);
});

it('what has begun and not ended is under way, outermost first', () => {
  expect(stateAt(publishOnSave, 14).underWay).toEqual([0, 1, 5, 7, 11, 12, 13]);
  expect(stateAt(publishOnSave, 23).underWay).toEqual([]);
});

it.each([5, 50, 500])('any %i entries have a state at every step', (length) => {
  for (let seed = 0; seed < 20; seed += 1) {
    const recording = anyRecording(length, seed);
    for (const count of [0, Math.floor(length / 2), length]) {
      const { rows, tables } = stateAt(recording, count);
      expect([...rows.keys()].every((row) => row < count)).toBe(true);
      expect([...tables.values()].flat().length).toBeLessThanOrEqual(rows.size);
    }
  }
});
