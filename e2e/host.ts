import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Host = {
  /** Added to the answers whose path, from the root of the site, the pattern matches. */
  readonly headers?: readonly { readonly on?: RegExp; readonly send: Readonly<Record<string, string>> }[];
  /** Media types by ending, in the place of the right ones. */
  readonly types?: Readonly<Record<string, string>>;
  /** Answers 200 with the front page for what does not exist, as for a single-page app. */
  readonly fallback?: boolean;
  /** As of a host that was stopped; otherwise any that is free. */
  readonly port?: number;
};

export const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const base = (process.env['BASE'] ?? '/').replace(/\/?$/, '/');

const rightTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.gz': 'application/gzip',
  '.wasm': 'application/wasm',
};

/** Serves the built site as some host would. */
export async function startHost({ headers = [], types = {}, fallback = false, port = 0 }: Host) {
  let folder = dist;
  let held: { readonly on: RegExp; readonly released: Promise<void> } | undefined;
  const isFile = (path: string): boolean =>
    !path.includes('..') && (statSync(folder + path, { throwIfNoEntry: false })?.isFile() ?? false);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.slice(base.length);
    if (held?.on.test(path)) await held.released;
    const found = [path, `${path}index.html`, `${path}/index.html`].find(isFile);
    const file = found ?? (fallback ? 'index.html' : '404.html');
    const type = { ...rightTypes, ...types }[extname(file)] ?? 'application/octet-stream';
    for (const { on = /^/, send } of headers) {
      if (on.test(path)) for (const [name, value] of Object.entries(send)) response.setHeader(name, value);
    }
    response.writeHead(found || fallback ? 200 : 404, { 'content-type': type });
    if (request.method === 'HEAD') response.end();
    else createReadStream(folder + file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    /** From now on another build is online. */
    deploy(other: string) {
      folder = other;
    },
    /** What fits is answered once the returned function is called. */
    hold(on: RegExp): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = { on, released: promise };
      return () => {
        held = undefined;
        resolve();
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
