import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { collectRecordings } from './collect-recordings.ts';
import { createCollector } from './collect-report.ts';
import type { Recordings } from './recording.ts';
import { limits, type Ending, type HarnessCommand, type HarnessMessage, type Report } from './report.ts';

export type NodeJob = Omit<Extract<HarnessCommand, { kind: 'run' }>, 'kind'>;

/** Runs a job in a Node worker, under the limits of the browser. `harness` is the bundled text of harness-node.ts. */
export async function runInNode(harness: string, job: NodeJob, runMs?: number): Promise<Report> {
  return (await runOnce(harness, job, { runMs })).report;
}

/** The same, with a recording of what happens in each test. */
export function recordInNode(harness: string, job: NodeJob): Promise<NodeRun> {
  return runOnce(harness, job, { isRecorded: true });
}

type NodeRun = { readonly report: Report; readonly recordings: Recordings };

async function runOnce(
  harness: string,
  job: NodeJob,
  {
    runMs = limits.runMs,
    isRecorded = false,
  }: { readonly runMs?: number | undefined; readonly isRecorded?: boolean },
): Promise<NodeRun> {
  const worker = startWorker(harness, await madeOf(harness));
  const collector = createCollector(() => performance.now());
  const { accept, recordings } = collectRecordings();
  let report: Report | undefined;
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (ending: Ending) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve({ report: report ?? collector.report(ending), recordings });
    };
    worker.once('online', () => {
      timer = setTimeout(() => finish({ kind: 'timed-out', limitMs: runMs }), runMs);
    });
    worker.on('message', (message) => {
      if (report) return accept(message) === 'over' && finish(report.ending);
      const state = collector.accept(message);
      if (state === 'ended' && isRecorded) {
        report = collector.report({ kind: 'ended' });
        worker.postMessage({ kind: 'tell-recordings' } satisfies HarnessCommand);
      } else if (state === 'ended') finish({ kind: 'ended' });
      if (state === 'flood') finish({ kind: 'crashed', cause: 'flood' });
    });
    worker.once('error', (error: Error) =>
      finish({ kind: 'crashed', cause: 'worker', detail: error.message }),
    );
    worker.postMessage({ kind: 'run', ...job } satisfies HarnessCommand);
  });
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
