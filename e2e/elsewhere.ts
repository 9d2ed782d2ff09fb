import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

export type Elsewhere = {
  /** A proxy that answers nothing. */
  readonly proxy: string;
  /** The first line of each request: `CONNECT other.example:443 HTTP/1.1`. */
  readonly asked: string[];
  close(): void;
};

/**
 * Where a browser sends everything that is for another machine. Unlike the events of a page this also shows what workers
 * ask for, and what is no request of HTTP.
 */
export async function listenElsewhere(): Promise<Elsewhere> {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      asked.push(data.toString('latin1').split('\r\n')[0]!);
      socket.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => void server.close(),
  };
}
