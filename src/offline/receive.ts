import type { BuiltFile } from '../workbench/integrity.ts';

/**
 * `unreachable`: no answer, a broken one, or the host's own trouble. `damaged`: the host answers, but not with the file
 * of this version.
 */
export class ReceiveFault extends Error {
  override readonly name = 'ReceiveFault';

  constructor(
    readonly kind: 'unreachable' | 'damaged',
    url: string,
  ) {
    super(`${url}: ${kind}`);
  }
}

/** How long a download may bring nothing. */
const stallMs = 20_000;

/**
 * Downloads a file past the browser's cache and past the service worker, and rejects with a `ReceiveFault` unless it is
 * what the build made. Not the workbench's `download()`: every lesson page has that in its scripts, and sharing it
 * between them and this would cost each page half a kilobyte.
 */
export async function receive(
  file: BuiltFile,
  onBytes: (count: number) => void,
  signal: AbortSignal,
): Promise<{ readonly response: Response; readonly content: Blob }> {
  const came = await load(file.url, onBytes, signal);
  if (!(await isIntact(came.content, file))) throw new ReceiveFault('damaged', file.url);
  return came;
}

async function load(url: string, onBytes: (count: number) => void, signal: AbortSignal) {
  const stalled = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), stallMs);
  };
  try {
    wait();
    const response = await fetch(url, {
      cache: 'no-store',
      signal: AbortSignal.any([signal, stalled.signal]),
    });
    if (!response.ok) throw new ReceiveFault(response.status < 500 ? 'damaged' : 'unreachable', url);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const reader = response.body!.getReader(); ;) {
      wait();
      const { done, value } = await reader.read();
      if (done) return { response, content: new Blob(parts) };
      parts.push(value);
      onBytes(value.length);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ReceiveFault ? error : new ReceiveFault('unreachable', url);
  } finally {
    clearTimeout(timer);
  }
}

/** Service workers are for secure contexts, which can hash. */
export async function isIntact(content: Blob, { integrity }: BuiltFile): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  return integrity.split(' ').includes(`sha256-${btoa(String.fromCharCode(...digest))}`);
}
