import { expect, it, vi } from 'vitest';
import { createDownloads, type DownloadState, type Faults } from './downloads.ts';
import { LoadFault } from './load-fault.ts';

const file = (url: string, bytes: number) => ({ url, bytes, integrity: '' });

/** Downloads whose bytes come when the test says so. */
function controlled() {
  const open = new Map<string, { bytes: (count: number) => void; end: () => void; fail: () => void }>();
  let shown: DownloadState | undefined;
  const downloads = createDownloads(
    (state) => (shown = state),
    ({ url }, onBytes) =>
      new Promise((resolve, reject) => {
        const [bytes, end] = [onBytes!, () => resolve(new Blob())];
        open.set(url, { bytes, end, fail: () => reject(new Error('broken')) });
      }),
  );
  return { downloads, of: (url: string) => open.get(url)!, shown: () => shown };
}

it('adds up what is on its way, and says nothing any more when all has come', async () => {
  vi.useFakeTimers();
  const { downloads, of, shown } = controlled();
  const both = [downloads.get('compiler', file('a', 100)), downloads.get('compiler', file('b', 50))];
  of('a').bytes(60);
  await vi.advanceTimersByTimeAsync(100);
  expect(shown()).toEqual({ purpose: 'compiler', loaded: 60, total: 150 });
  of('b').bytes(50);
  of('b').end();
  await both[1];
  expect(shown(), 'what has come still counts').toMatchObject({ loaded: 110, total: 150 });
  of('a').end();
  await both[0];
  await vi.advanceTimersByTimeAsync(100);
  expect(shown()).toBeUndefined();
  vi.useRealTimers();
});

it('shows the editor first', async () => {
  const { downloads, of, shown } = controlled();
  void downloads.get('compiler', file('wasm', 100));
  const editor = downloads.get('editor', file('monaco', 10));
  expect(shown()).toMatchObject({ purpose: 'editor', total: 10 });
  of('monaco').end();
  await editor;
  expect(shown()).toMatchObject({ purpose: 'compiler', total: 100 });
});

it('knows no total where the host unpacked the file', () => {
  vi.useFakeTimers();
  const { downloads, of, shown } = controlled();
  void downloads.get('compiler', file('wasm', 100));
  of('wasm').bytes(300);
  vi.advanceTimersByTime(100);
  expect(shown()).toMatchObject({ loaded: 300, total: undefined });
  vi.useRealTimers();
});

it('forgets what failed, so that another attempt begins at nothing', async () => {
  const { downloads, of, shown } = controlled();
  const first = downloads.get('compiler', file('wasm', 100));
  of('wasm').bytes(60);
  of('wasm').fail();
  await expect(first).rejects.toThrow('broken');
  expect(shown()).toBeUndefined();
  void downloads.get('compiler', file('wasm', 100));
  expect(shown()).toMatchObject({ loaded: 0, total: 100 });
});

it('says why something failed until it is asked for again, and names damage first', async () => {
  let faults: Faults = {};
  const answers = [new LoadFault('unreachable', 'a', 'gone'), new LoadFault('damaged', 'b', 'half')];
  const downloads = createDownloads(
    (_, now) => (faults = now),
    () => {
      const fault = answers.shift();
      return fault ? Promise.reject(fault) : Promise.resolve(new Blob());
    },
  );
  await expect(downloads.get('compiler', file('a', 1))).rejects.toThrow('gone');
  expect(faults).toEqual({ compiler: 'unreachable' });
  await expect(downloads.get('compiler', file('b', 1))).rejects.toThrow('half');
  expect(faults).toEqual({ compiler: 'damaged' });
  await downloads.get('compiler', file('b', 1));
  expect(faults).toEqual({ compiler: 'unreachable' });
});
