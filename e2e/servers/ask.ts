import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came, and without the encoding it came in. */
  readonly sent: Buffer;
  readonly body: Buffer;
};

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const unzip = promisify(gunzip);
const unbrotli = promisify(brotliDecompress);

/** Asks as no library does, which would ask for an encoding of its own and hide the one that came. */
export async function ask(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const came = await new Promise<Omit<Answer, 'body'>>((resolve, reject) => {
    const asked = request(url, { agent, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          sent: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
  const body = came.sent.length === 0 ? came.sent : await decoded(came);
  return { ...came, body };
}

const decoded = ({ headers, sent }: Omit<Answer, 'body'>): Buffer | Promise<Buffer> => {
  if (headers['content-encoding'] === 'br') return unbrotli(sent);
  if (headers['content-encoding'] === 'gzip') return unzip(sent);
  return sent;
};
