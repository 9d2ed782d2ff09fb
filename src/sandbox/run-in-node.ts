import { collectRecordings } from './collect-recordings.ts';
import { createCollector } from './collect-report.ts';
import { giveBack, newWorker, usedWorker } from './node-workers.ts';
import type { Recordings } from './recording.ts';
import { limits, type Ending, type HarnessCommand, type Report } from './report.ts';

export type NodeJob = Omit<Extract<HarnessCommand, { kind: 'run' }>, 'kind'>;

export type RunChoices = {
  /** Milliseconds, if they are not those of the browser. */
  readonly runMs?: number | undefined;
  /**
   * In a worker of its own, as in the browser, or in one that other jobs had before, which takes a third of the time.
   * Both give the same answers as long as nothing outlives a run that the worker does not notice.
   */
  readonly worker?: 'own' | 'used';
};

/** Runs a job in a Node worker, under the limits of the browser. `harness` is the bundled text of harness-node.ts. */
export async function runInNode(harness: string, job: NodeJob, choices: RunChoices = {}): Promise<Report> {
  return (await runOnce(harness, job, { ...choices, isRecorded: false })).report;
}

/** The same, with a recording of what happens in each test. */
export function recordInNode(harness: string, job: NodeJob, choices: RunChoices = {}): Promise<NodeRun> {
  return runOnce(harness, job, { ...choices, isRecorded: true });
}

type NodeRun = { readonly report: Report; readonly recordings: Recordings };

async function runOnce(
  harness: string,
  job: NodeJob,
  { runMs = limits.runMs, worker: which = 'own', isRecorded }: RunChoices & { readonly isRecorded: boolean },
): Promise<NodeRun> {
  const isUsed = which === 'used' && leavesNothing(job);
  const worker = await (isUsed ? usedWorker : newWorker)(harness);
  const collector = createCollector(() => performance.now());
  const { accept, recordings } = collectRecordings();
  let report: Report | undefined;
  const run = await new Promise<NodeRun>((resolve) => {
    const finish = (ending: Ending) => {
      clearTimeout(timer);
      resolve({ report: report ?? collector.report(ending), recordings });
    };
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
    const timer = setTimeout(() => finish({ kind: 'timed-out', limitMs: runMs }), runMs);
    worker.postMessage({ kind: 'run', ...job } satisfies HarnessCommand);
  });
  const { ending, uncaught } = run.report;
  if (isUsed && ending.kind === 'ended' && uncaught.length === 0) await giveBack(worker, harness);
  else void worker.terminate();
  return run;
}

/** Such jobs change what a next one would find. */
const leavesNothing = ({ plan, arrangement }: NodeJob): boolean =>
  plan.intrinsics !== 'open' && arrangement?.kind !== 'still';
