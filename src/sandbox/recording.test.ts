import { describe, expect, it } from 'vitest';
import { readRecording, recordingLimits, type Recording } from './recording.ts';

const entry = { kind: 'call', lane: { place: 'caller' }, label: 'x' } as const;
const read = (entries: unknown, more: object = {}) =>
  readRecording({ version: 1, entries, more: 0, ...more }) as Recording;

describe('a recording that comes out of the sandbox', () => {
  it('is read as it was written', () => {
    const written: Recording = {
      version: 1,
      entries: [
        { kind: 'began', lane: { place: 'transaction' }, label: 'REQUIRED' },
        {
          kind: 'registered',
          lane: { place: 'aggregate', name: 'User mina' },
          label: 'PasswordChanged',
          transaction: 0,
          payload: {
            kind: 'fields',
            type: 'E',
            entries: [{ key: 'a', value: { kind: 'leaf', text: '1' } }],
            more: 0,
          },
        },
        {
          kind: 'row',
          lane: { place: 'table', name: { en: 'members', ko: '회원' } },
          label: 'users[mina]',
          cause: 1,
          transaction: 0,
          staged: true,
          removed: true,
        },
        { kind: 'appended', lane: { place: 'stream', name: 'order-1' }, label: 'E', revision: 3 },
        { kind: 'cleared', lane: { place: 'aggregate', name: 'User mina' }, label: 'x', clears: [1] },
        { kind: 'committed', lane: { place: 'transaction' }, label: 'COMMITTED', transaction: 0, ends: 0 },
      ],
      more: 2,
      failedAt: 6,
      assertedAt: [0, 6],
    };
    expect(readRecording(structuredClone(written))).toEqual(written);
  });

  it.each([
    undefined,
    null,
    7,
    [],
    {},
    { version: 2, entries: [entry], more: 0 },
    { version: 1, entries: [] },
  ])('is none: %j', (received) => {
    expect(readRecording(received)).toBeUndefined();
  });

  it('ends before the first entry of another shape', () => {
    for (const wrong of [
      7,
      null,
      {},
      { ...entry, kind: 'constructor' },
      { ...entry, lane: { place: 'x' } },
    ]) {
      expect(read([entry, entry, wrong, entry]).entries).toHaveLength(2);
    }
  });

  it('refers to earlier entries only', () => {
    for (const wrong of [1, 2, -1, 0.5, NaN, '0', 1e20]) {
      const parts = { cause: wrong, transaction: wrong, ends: wrong, clears: [0, wrong] };
      expect(read([entry, { ...entry, ...parts }]).entries[1]).toEqual({ ...entry, clears: [0] });
    }
  });

  it('is cut, however long its lists, texts and payloads are', () => {
    const deep = {
      kind: 'items',
      items: Array.from({ length: 999 }, () => ({ kind: 'string', text: 'y'.repeat(9_999) })),
      more: 0,
    };
    const long = { ...entry, label: 'x'.repeat(9_999), lane: { place: 'caller', name: 'n'.repeat(9_999) } };
    const recording = read(Array.from({ length: 2_000 }, () => ({ ...long, payload: deep })));
    expect(recording.entries).toHaveLength(recordingLimits.entries);
    expect(JSON.stringify(recording).length).toBeLessThan(400_000);
  });

  it('does not trust what a list says of itself', () => {
    const entries = Object.assign([entry], { slice: () => [], map: () => 7, length: 1 });
    expect(read(entries).entries).toEqual([entry]);
    expect(read([{ ...entry, label: { en: 7, ko: [] } }]).entries[0]!.label).toEqual({ en: '', ko: '' });
    expect(read([entry], { more: -1, failedAt: 9 })).toEqual({ version: 1, entries: [entry], more: 0 });
  });
});
