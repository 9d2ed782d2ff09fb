import { awakeTimeout } from '../awake-timeout.ts';
import { isIntact, type BuiltFile } from './integrity.ts';
import { faultOf, LoadFault, tellLoadFault } from './load-fault.ts';

/** How long a download may bring nothing until it counts as failed. */
export const stallMs = 10_000;

/** The browser's cache may hold a broken answer for as long as it would a good one. */
const failed = new Set<string>();

/**
 * Downloads a file. `onBytes` is told how many bytes came each time, unpacked where the host packs them. Rejects with a
 * `LoadFault` when the host refuses, the connection breaks, or nothing comes for `stallMs`; a further call asks anew.
 */
export async function download(
  url: string,
  onBytes: (count: number) => void = () => undefined,
): Promise<Blob> {
  try {
    const came = await receive(url, onBytes);
    failed.delete(url);
    return came;
  } catch (error) {
    failed.add(url);
    tellLoadFault();
    throw error instanceof LoadFault ? error : new LoadFault(faultOf(error), url, textOf(error));
  }
}

/** The same, and rejects as well when what came is not what the build made. */
export async function downloadIntact(file: BuiltFile, onBytes?: (count: number) => void): Promise<Blob> {
  const came = await download(file.url, onBytes);
  if (await isIntact(came, file)) return came;
  failed.add(file.url);
  tellLoadFault();
  throw new LoadFault('damaged', file.url, 'not the file that belongs to this page.');
}

async function receive(url: string, onBytes: (count: number) => void): Promise<Blob> {
  const stalled = new AbortController();
  let endWait = () => undefined as void;
  const wait = () => {
    endWait();
    endWait = awakeTimeout(
      () => stalled.abort(new Error(`nothing came for ${stallMs / 1000} seconds.`)),
      stallMs,
    );
  };
  wait();
  try {
    const response = await fetch(url, {
      signal: stalled.signal,
      ...(failed.has(url) ? { cache: 'reload' } : {}),
    });
    if (!response.ok) {
      const kind = response.status < 500 ? 'damaged' : 'unreachable';
      throw new LoadFault(kind, url, `${response.status} ${response.statusText}`.trim());
    }
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const reader = response.body!.getReader(); ;) {
      wait();
      const { done, value } = await reader.read();
      if (done) return new Blob(parts);
      parts.push(value);
      onBytes(value.length);
    }
  } finally {
    endWait();
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The content of a file that the build made. */
export const readJson = async <Content>(file: Blob): Promise<Content> =>
  JSON.parse(await file.text()) as Content;
