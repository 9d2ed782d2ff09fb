import dgram from 'node:dgram';
import { createServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';

/** Servers on loopback that nothing may ever reach. */
export type Sinks = {
  /** Addresses by name, as cases write them: `{http}`. */
  readonly addresses: Readonly<Record<'http' | 'ws' | 'tcp' | 'udp', string>>;
  /** What arrived since it was last asked. */
  taken(): string[];
  close(): void;
};

export async function openSinks(): Promise<Sinks> {
  const arrived: string[] = [];
  const http = createServer((request, response) => {
    arrived.push(`HTTP ${request.method} ${request.url}`);
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' })
      .end('1;');
  });
  http.on('connection', () => arrived.push('HTTP connection'));
  http.on('upgrade', (_, socket) => {
    arrived.push('WebSocket');
    socket.destroy();
  });
  const tcp = net.createServer((socket) => {
    arrived.push('TCP connection');
    socket.destroy();
  });
  const udp = dgram.createSocket('udp4', () => arrived.push('UDP datagram'));
  await Promise.all([
    new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve)),
    new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve)),
    new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve)),
  ]);
  const httpPort = (http.address() as AddressInfo).port;
  return {
    addresses: {
      http: `http://127.0.0.1:${httpPort}`,
      ws: `ws://127.0.0.1:${httpPort}`,
      tcp: `http://127.0.0.1:${(tcp.address() as AddressInfo).port}`,
      udp: `127.0.0.1:${udp.address().port}`,
    },
    taken: () => arrived.splice(0),
    close() {
      http.closeAllConnections();
      http.close();
      tcp.close();
      udp.close();
    },
  };
}
