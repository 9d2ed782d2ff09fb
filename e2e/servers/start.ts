import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A server that is to be started; `folder` is its own, for what it writes. */
export type Plan = {
  readonly command: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** By name. */
  readonly files: Readonly<Record<string, string>>;
};

export type Server = { readonly origin: string; readonly port: number; close(): Promise<void> };

const deploy = new URL('../../deploy/', import.meta.url);

/** A file of deploy/ with other words in some places; each of them has to be there. */
export function deployed(path: string, changes: Readonly<Record<string, string>> = {}): string {
  let text = readFileSync(new URL(path, deploy), 'utf8');
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`deploy/${path} does not hold: ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** Starts a server on a free port, as nobody if the tests run as root, and waits until it answers. */
export async function start(plan: (folder: string, port: number) => Plan): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'past-tense-server-'));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const { command, env = {}, files } = plan(folder, port);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const log = join(folder, 'log');
  const out = openSync(log, 'a');
  chmodSync(log, 0o666);
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const [program, ...args] = command;
  const server = spawn(program, args, {
    cwd: folder,
    env: { PATH: `${process.env['PATH']}:/usr/sbin`, HOME: folder, ...env },
    stdio: ['ignore', out, out],
    ...nobody,
  });
  let ended = '';
  server.on('error', (error) => (ended = `${error.message}; .ci/run installs it`));
  server.on('exit', (code) => (ended ||= `it ended with ${code}`));
  const origin = `http://localhost:${port}`;
  while (!(await answers(origin))) {
    if (ended) throw new Error(`${program}: ${ended}. ${readFileSync(log, 'utf8')}`);
    await wait(50);
  }
  return {
    origin,
    port,
    async close() {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const answers = (origin: string): Promise<boolean> =>
  fetch(origin, { method: 'HEAD', redirect: 'manual' }).then(
    () => true,
    () => false,
  );

async function freePort(): Promise<number> {
  const holder = createServer().listen(0);
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  holder.close();
  await once(holder, 'close');
  return port;
}
