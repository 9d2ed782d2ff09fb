import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { bundleScript } from '../src/compiler/bundle-script.ts';
import { sandboxFiles } from '../src/integrations/sandbox-files.ts';
import { taskOf } from './bundle-case.ts';
import type { Case, Engine } from './case.ts';
import { startBrowser, type RunningBrowser } from './engines.ts';
import { complaintsAbout, complaintsAboutProbes, isOfBusyMachine } from './judge-outcome.ts';
import { allowedProbes, probeNames } from './probe-names.ts';
import { openSinks, type Sinks } from './sinks.ts';
import type { Outcome, Task } from './task.ts';

export type Finding = {
  readonly id: string;
  readonly name: string;
  readonly complaints: readonly string[];
  readonly gapMs?: number;
};

/** A tab that says nothing for so long is dead; the case that it had fails, and a new browser goes on. */
const deadAfterMs = 60_000;

/** Runs the cases in a browser of that engine, one after the other, and tells what is wrong with each. */
export async function runEngine(engine: Engine, cases: readonly Case[]): Promise<Finding[]> {
  const sinks = await openSinks();
  const findings: Finding[] = [];
  const queue: (Case | 'control' | 'probes')[] = ['control', ...cases, 'probes'];
  const tried = new Map<string, number>();
  let under: Case | 'control' | 'probes' | undefined;
  let strangers: string[] = [];
  let alive = performance.now();
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));

  const take = (outcome: Outcome | null): void => {
    const current = under;
    under = undefined;
    if (!current || !outcome) return;
    const arrived = [...sinks.taken(), ...strangers.splice(0)];
    const complaints = complaintsOf(current, outcome, engine, arrived);
    const id = idOf(current);
    const again = complaints.length > 0 && complaints.every(isOfBusyMachine);
    const tries = tried.get(id) ?? 1;
    if (again && tries < 3) {
      tried.set(id, tries + 1);
      queue.unshift(current);
      return;
    }
    findings.push({ id, name: nameOf(current), complaints, gapMs: outcome.longestGapMs });
  };

  const site = await serve({
    async next(outcome) {
      alive = performance.now();
      take(outcome);
      under = queue.shift();
      if (!under) finish();
      return under ? taskFor(under, { ...sinks.addresses, site: site.address }) : null;
    },
    stranger: (what) => void strangers.push(what),
  });

  let browser: RunningBrowser | undefined = await startBrowser(engine, site.address);
  const watchdog = setInterval(() => {
    if (performance.now() - alive < deadAfterMs) return;
    alive = performance.now();
    if (under) findings.push({ id: idOf(under), name: nameOf(under), complaints: ['the tab died'] });
    else findings.push({ id: '?', name: 'the page', complaints: ['the page said nothing'] });
    under = undefined;
    const dead = browser;
    if (
      findings.filter(
        ({ complaints }) => complaints[0] === 'the tab died' || complaints[0] === 'the page said nothing',
      ).length > 5
    )
      return finish();
    void dead?.close().then(async () => (browser = await startBrowser(engine, site.address)));
  }, 1_000);
  await finished;
  clearInterval(watchdog);
  // What a run left behind may come late.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const late = [...sinks.taken(), ...strangers];
  findings.push({ id: 'N99', name: 'nothing arrives after the end', complaints: late });
  await browser?.close();
  site.close();
  sinks.close();
  return findings;
}

const idOf = (current: Case | 'control' | 'probes'): string =>
  current === 'control' ? 'N00' : current === 'probes' ? 'N98' : current.id;

const nameOf = (current: Case | 'control' | 'probes'): string =>
  current === 'control'
    ? 'the servers and the page hear what is sent'
    : current === 'probes'
      ? "the frame's policy alone keeps a worker in"
      : current.name;

async function taskFor(
  current: Case | 'control' | 'probes',
  addresses: Sinks['addresses'] & { readonly site: string },
): Promise<Task> {
  if (current === 'control') return { kind: 'control', id: idOf(current), addresses };
  if (current === 'probes') {
    const script = await bundleScript('acceptance/probes.ts', 'browser');
    return {
      kind: 'probe',
      id: idOf(current),
      script: `self.addresses=${JSON.stringify(addresses)};${script}`,
    };
  }
  return taskOf(current, addresses);
}

function complaintsOf(
  current: Case | 'control' | 'probes',
  outcome: Outcome,
  engine: Engine,
  arrived: readonly string[],
): string[] {
  if (typeof current === 'object' && outcome.kind === 'ran')
    return complaintsAbout(current, outcome, engine, arrived);
  if (current === 'probes' && outcome.kind === 'probed') {
    return complaintsAboutProbes(outcome, probeNames, allowedProbes[engine], arrived);
  }
  const all = [...arrived, ...outcome.heard].join('\n');
  return ['HTTP GET /control', 'TCP', 'WebSocket', 'BroadcastChannel past-tense: control']
    .filter((sign) => !all.includes(sign))
    .map((sign) => `nothing heard of ${sign}, so that silence would prove nothing`);
}

type Handlers = {
  next(outcome: Outcome | null): Promise<Task | null>;
  stranger(what: string): void;
};

/** The page's own site. What is asked for beside its files comes from learner code. */
async function serve({ next, stranger }: Handlers): Promise<{ readonly address: string; close(): void }> {
  const page =
    '<!doctype html><meta charset="utf-8"><title>acceptance</title><body><script src="/page.js"></script>';
  const wasm = readFileSync(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm'));
  const files: Record<string, { type: string; body: string | Uint8Array }> = {
    '/': { type: 'text/html', body: page },
    '/page.js': { type: 'text/javascript', body: await bundleScript('acceptance/page.ts', 'browser') },
    '/sandbox.json': { type: 'application/json', body: JSON.stringify(await sandboxFiles()) },
    '/esbuild.wasm.gz': { type: 'application/gzip', body: gzipSync(wasm, { level: 1 }) },
    '/favicon.ico': { type: 'image/x-icon', body: '' },
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '/' } = request;
    if (url === '/next') {
      const said = JSON.parse(await bodyOf(request)) as Outcome | null;
      const task = await next(said);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(task));
      return;
    }
    const file = files[url];
    if (!file) stranger(`the site was asked for ${url}${request.headers.cookie ? ' with cookies' : ''}`);
    response.writeHead(file ? 200 : 404, { 'Content-Type': file?.type ?? 'text/plain' }).end(file?.body);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const part of request) body += part as string;
  return body;
}
