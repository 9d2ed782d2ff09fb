import type { Host } from './observations.ts';

/** Headers that limit what a page may do, or are known to break sites. */
const telling = [
  'content-security-policy',
  'x-frame-options',
  'x-content-type-options',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
];

/** Asks the host for this page, for a script of the site, and for a file that does not exist. */
export async function observeHost(): Promise<Host> {
  try {
    const ownAddress = import.meta.url;
    const missing = new URL(`missing-${crypto.getRandomValues(new Uint32Array(1))[0]}.js`, ownAddress);
    const [page, script, absent] = await Promise.all([
      ask(location.href),
      ask(ownAddress),
      ask(missing.href),
    ]);
    const found = telling.flatMap((name) => {
      const value = page.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    const embedder = script.headers.get('cross-origin-embedder-policy');
    return {
      kind: 'answered',
      headers: Object.fromEntries(found),
      scriptType: script.headers.get('content-type') ?? '',
      ...(embedder === null ? {} : { scriptEmbedderPolicy: embedder }),
      missingFile: absent.status,
    };
  } catch (error) {
    return { kind: 'unreachable', detail: String(error) };
  }
}

/** Some hosts refuse HEAD. */
async function ask(address: string): Promise<Response> {
  const options = { cache: 'no-store', redirect: 'follow' } as const;
  const response = await fetch(address, { ...options, method: 'HEAD' });
  return [403, 405, 501].includes(response.status) ? fetch(address, options) : response;
}
