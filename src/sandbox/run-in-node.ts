import { Worker } from 'node:worker_threads';
import { createCollector } from './collect-report.ts';
import { limits, type Ending, type HarnessCommand, type Report } from './report.ts';

export type NodeJob = Omit<Extract<HarnessCommand, { kind: 'run' }>, 'kind'>;

/** Runs a job in a Node worker, under the limits of the browser. `harness` is the bundled text of harness-node.ts. */
export function runInNode(harness: string, job: NodeJob, runMs: number = limits.runMs): Promise<Report> {
  const worker = new Worker(harness, { eval: true, stdout: true, stderr: true, env: { NO_COLOR: '1' } });
  const collector = createCollector(() => performance.now());
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (ending: Ending) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(collector.report(ending));
    };
    worker.once('online', () => {
      timer = setTimeout(() => finish({ kind: 'timed-out', limitMs: runMs }), runMs);
    });
    worker.on('message', (message) => {
      const state = collector.accept(message);
      if (state === 'ended') finish({ kind: 'ended' });
      if (state === 'flood') finish({ kind: 'crashed', cause: 'flood' });
    });
    worker.once('error', (error: Error) =>
      finish({ kind: 'crashed', cause: 'worker', detail: error.message }),
    );
    worker.postMessage({ kind: 'run', ...job } satisfies HarnessCommand);
  });
}
