import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { unzipSync } from 'fflate';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The name of the archive, which is also its one folder, and of the SCORM package. */
export const names = { site: `past-tense-${version}`, scorm: `past-tense-${version}-scorm` } as const;

/** What `npm run pack:site` or `npm run pack:scorm` left: content by path below the folder that all of it lies in. */
export function unpack(name: string, folder = ''): Readonly<Record<string, Uint8Array>> {
  const unzipped = unzipSync(readFileSync(new URL(`../${name}.zip`, import.meta.url)));
  return Object.fromEntries(
    Object.entries(unzipped).map(([path, content]) => {
      if (!path.startsWith(folder)) throw new Error(`${name}.zip: ${path} lies outside of ${folder}.`);
      return [path.slice(folder.length), content];
    }),
  );
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/** The simplest of hosts: serves files under their own names, and knows neither index pages nor endings to add. */
export async function serveFiles(find: (path: string) => Uint8Array | string | undefined) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const found = find(path.slice(1));
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': type });
    response.end(request.method === 'HEAD' ? undefined : found);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
