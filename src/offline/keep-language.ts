import type { Locale } from '../i18n/locale.ts';
import { filesName, keptCaches, keptName, markKept } from './kept.ts';
import { isIntact, receive } from './receive.ts';
import { hasHashedName, type Release, type ReleaseFile } from './release.ts';

/** Files on their way at once; each has to bring something every ten seconds. */
const atOnce = 4;

type Watching = {
  /** Told how many bytes came each time, also of what did not have to be downloaded. */
  readonly onBytes?: (count: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Keeps all that a release has for a language, and marks it as complete. What was kept of it before stays; what has a
 * hash in its name and is in another cache of ours is taken from there. Each file is compared with what the build made:
 * none of another version slips in, also while the host is being updated. Rejects with a `ReceiveFault`, the
 * signal's reason, or what the Cache API says.
 */
export async function keepLanguage(
  scope: string,
  { version, languages }: Release,
  locale: Locale,
  { onBytes = () => undefined, signal }: Watching = {},
): Promise<void> {
  const { list, bytes } = languages[locale]!;
  const failing = new AbortController();
  const ending = signal ? AbortSignal.any([signal, failing.signal]) : failing.signal;
  const listed = await receive({ ...list, url: new URL(list.url, scope).href }, () => undefined, ending);
  const waiting = JSON.parse(await listed.content.text()) as ReleaseFile[];
  const cache = await caches.open(keptName(scope, version));
  const visited = await caches.open(filesName(scope));
  const others = [visited, ...(await openOthers(scope, version))];
  const keep = async (path: string, file: ReleaseFile) => {
    if (await cache.match(file.url)) return onBytes(file.bytes);
    const held = hasHashedName(path) ? await findIntact(file, others) : undefined;
    if (held) onBytes(file.bytes);
    const { response, content } = held ?? (await receive(file, onBytes, ending));
    await cache.put(file.url, new Response(content, { headers: headersOf(response) }));
    await visited.delete(file.url, { ignoreVary: true });
  };
  const keepNext = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      ending.throwIfAborted();
      await keep(file.url, { ...file, url: new URL(file.url, scope).href });
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, keepNext));
  } catch (error) {
    failing.abort(error);
    throw error;
  }
  await markKept(scope, { locale, version, since: Date.now(), bytes });
}

async function openOthers(scope: string, version: string): Promise<Cache[]> {
  const kept = (await keptCaches(scope)).filter((name) => name !== keptName(scope, version));
  return Promise.all(kept.map((name) => caches.open(name)));
}

async function findIntact(file: ReleaseFile, others: readonly Cache[]) {
  for (const cache of others) {
    const response = await cache.match(file.url, { ignoreVary: true });
    const content = await response?.clone().blob();
    if (response && content && (await isIntact(content, file))) return { response, content };
  }
  return undefined;
}

/** What the host says of the file, its policies among it; not how it was packed on the way, and for whom. */
function headersOf(response: Response): Headers {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'vary', 'set-cookie']) headers.delete(name);
  return headers;
}
