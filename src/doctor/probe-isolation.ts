import { openFrame, type FrameWorker } from '../sandbox/open-frame.ts';
import { limits } from '../sandbox/report.ts';
import type { SandboxFiles } from '../sandbox/run-in-browser.ts';
import { fetchJson } from '../workbench/engine.ts';
import type { Isolation, ProbeOutcome } from './observations.ts';

/** Runs the probes where learner code runs: in a worker of the sandbox's frame, under its policy. */
export async function probeIsolation(sandbox: string, probes: string): Promise<Isolation> {
  const channel = new BroadcastChannel('past-tense-doctor');
  const heard = new Promise<void>((resolve) => (channel.onmessage = () => resolve()));
  const site = { page: location.href, script: import.meta.url, channel: channel.name };
  try {
    const { frame: html } = await fetchJson<SandboxFiles>(sandbox);
    const frame = await openFrame(html, `self.site=${JSON.stringify(site)};${probes}`);
    try {
      const outcomes = await outcomesOf(frame.spawn());
      const wasHeard = await Promise.race([heard.then(() => true), later(200)]);
      return {
        kind: 'probed',
        outcomes: { ...outcomes, ...(wasHeard ? { BroadcastChannel: 'reached' as const } : {}) },
      };
    } finally {
      frame.remove();
    }
  } catch (error) {
    return { kind: 'silent', detail: String(error) };
  } finally {
    channel.close();
  }
}

const later = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));

/** The worker is of this site; what it holds back shows as silence. */
function outcomesOf(worker: FrameWorker): Promise<Record<string, ProbeOutcome>> {
  return new Promise((resolve, reject) => {
    worker.port.onmessage = ({ data }: MessageEvent<Record<string, ProbeOutcome>>) => resolve(data);
    worker.onError((detail) => reject(new Error(`The sandbox worker did not start: ${detail}`)));
    setTimeout(() => reject(new Error('The sandbox worker gave no answer.')), 4 * limits.startMs);
  });
}
