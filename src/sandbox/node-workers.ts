import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { limits, type HarnessCommand, type HarnessMessage } from './report.ts';

/** The main thread asks this of a worker of Node when a run is over; it answers whether it can have another. */
export const again = 'again';
export type Again = { readonly again: boolean };

/** A new worker that has started. `harness` is the bundled text of harness-node.ts. */
export async function newWorker(harness: string): Promise<Worker> {
  const worker = startWorker(harness, await madeOf(harness));
  await once(worker, 'online');
  return worker;
}

/** A worker that had runs before and kept nothing of them, or a new one. */
export async function usedWorker(harness: string): Promise<Worker> {
  if (idle.harness !== harness) return newWorker(harness);
  let worker = idle.workers.pop();
  // One may have come to its end meanwhile, for want of memory say.
  while (worker?.threadId === -1) worker = idle.workers.pop();
  if (!worker) return newWorker(harness);
  worker.removeAllListeners('error').ref();
  return worker;
}

/** Keeps the worker for another run if nothing is left of the one that is over; else ends it. */
export async function giveBack(worker: Worker, harness: string): Promise<void> {
  worker.removeAllListeners('message').removeAllListeners('error');
  if (!(await isAsNew(worker))) return void worker.terminate();
  worker.on('error', () => undefined).unref();
  if (idle.harness !== harness) idle = { harness, workers: [] };
  idle.workers.push(worker);
}

/** Those of the latest harness. They keep no process alive. */
let idle: { readonly harness: string; readonly workers: Worker[] } = { harness: '', workers: [] };

async function isAsNew(worker: Worker): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(limits.startMs);
    worker.postMessage(again);
    for (;;) {
      const [message] = (await once(worker, 'message', { signal })) as [Partial<Again>];
      if (message.again !== undefined) return message.again;
    }
  } catch {
    return false;
  }
}

/**
 * What the engine makes of the harness, for all workers of this process: to make it anew takes a third of a short run.
 * The first run goes without, because most processes have but one.
 */
async function madeOf(harness: string): Promise<Buffer | undefined> {
  if (kept?.harness !== harness) {
    kept = { harness, made: undefined };
    return undefined;
  }
  kept.made ??= make(harness).catch(() => undefined);
  return kept.made;
}
let kept: { readonly harness: string; made: Promise<Buffer | undefined> | undefined } | undefined;

async function make(harness: string): Promise<Buffer> {
  const worker = startWorker(harness, undefined);
  const tooLate = AbortSignal.timeout(limits.startMs);
  try {
    worker.postMessage({
      kind: 'prepare',
      modules: [],
      plan: { entry: '', trials: [] },
      rehearsal: [],
    } satisfies HarnessCommand);
    for (;;) {
      const [message] = (await once(worker, 'message', { signal: tooLate })) as [
        HarnessMessage | { readonly made: Buffer },
      ];
      if ('made' in message) return message.made;
      if (message.kind === 'prepared') worker.postMessage('make');
    }
  } finally {
    void worker.terminate();
  }
}

function startWorker(harness: string, made: Buffer | undefined): Worker {
  return new Worker(start, {
    eval: true,
    stdout: true,
    stderr: true,
    env: { NO_COLOR: '1' },
    workerData: { harness, made },
  });
}

/** A worker's first code. It is over before any of the learner's is there, and leaves nothing that this could reach. */
const start = `{
  const { parentPort, workerData } = require('node:worker_threads');
  const { Script } = require('node:vm');
  const { harness, made } = workerData;
  const script = new Script(harness, { filename: '[worker eval]', ...(made ? { cachedData: made } : {}) });
  script.runInThisContext();
  if (!made) {
    parentPort.on('message', (command) => {
      if (command === 'make') parentPort.postMessage({ made: script.createCachedData() });
    });
  }
}`;
