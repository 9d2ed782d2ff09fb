import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import sirv from 'sirv';

const base = (process.env['BASE'] ?? '/').replace(/\/?$/, '/');

/** Serves the built site with compression, as a good host does; Astro's preview sends everything as it is. */
export async function serveCompressed() {
  const compress = compression();
  const files = sirv('dist', { brotli: true, gzip: true, etag: true });
  const server = createServer((request, response) => {
    request.url = `/${(request.url ?? '').slice(base.length)}`;
    const notFound = () => void response.writeHead(404).end();
    compress(request as never, response as never, () => files(request, response, notFound));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
