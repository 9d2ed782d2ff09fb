import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { download, downloadIntact, stallMs } from './download.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A host that sends what is pushed, and ends as told. */
function host(status = 200) {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (started) => void (controller = started) });
  vi.stubGlobal('fetch', (_url: string, { signal }: { signal: AbortSignal }) => {
    signal.addEventListener('abort', () => controller.error(signal.reason));
    return Promise.resolve(new Response(body, { status }));
  });
  return {
    send: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    end: () => controller.close(),
    fail: () => controller.error(new TypeError('network error')),
  };
}

it('gives the whole file and tells its bytes as they come', async () => {
  const server = host();
  const counts: number[] = [];
  const downloading = download('/file', (count) => counts.push(count));
  server.send('four');
  server.send('ten bytes!');
  server.end();
  expect(await (await downloading).text()).toBe('fourten bytes!');
  expect(counts).toEqual([4, 10]);
});

it('fails where the host refuses, and where the connection breaks', async () => {
  host(404);
  await expect(download('/file')).rejects.toThrow('/file: 404');
  const server = host();
  const downloading = download('/file');
  server.send('half');
  server.fail();
  await expect(downloading).rejects.toThrow('network error');
});

it('fails when nothing comes for a while, but not when it comes slowly', async () => {
  vi.useFakeTimers();
  const server = host();
  const failed = vi.fn();
  const downloading = download('/file').catch(failed);
  for (let time = 0; time < 3; time += 1) {
    await vi.advanceTimersByTimeAsync(stallMs - 1);
    server.send('some');
  }
  await vi.advanceTimersByTimeAsync(stallMs - 1);
  expect(failed).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await downloading;
  expect(String(failed.mock.calls[0]?.[0])).toContain('/file: nothing came for 10 seconds');
});

it('says whether the host has no such file or has trouble of its own', async () => {
  for (const [status, kind] of [
    [404, 'damaged'],
    [503, 'unreachable'],
  ] as const) {
    host(status);
    await expect(download('/file')).rejects.toMatchObject({ kind });
  }
  const server = host();
  const downloading = download('/file');
  server.fail();
  await expect(downloading).rejects.toMatchObject({ kind: 'unreachable' });
});

it('takes no file that is not what the build made, and asks past the cache for another one', async () => {
  const asked: (string | undefined)[] = [];
  const whole = 'whole';
  const bodies = ['<!doctype html>', whole, whole];
  vi.stubGlobal('fetch', (_url: string, { cache }: RequestInit) => {
    asked.push(cache);
    return Promise.resolve(new Response(bodies.shift()));
  });
  const integrity = `sha256-${createHash('sha256').update(whole).digest('base64')}`;
  const file = { url: '/part', bytes: whole.length, integrity };
  await expect(downloadIntact(file)).rejects.toMatchObject({ kind: 'damaged' });
  expect(await (await downloadIntact(file)).text()).toBe(whole);
  await downloadIntact(file);
  expect(asked).toEqual([undefined, 'reload', undefined]);
});
