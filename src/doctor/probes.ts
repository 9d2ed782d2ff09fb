/**
 * A worker script in the place of the harness. It tries what learner code must not reach, and tells each outcome.
 * Nothing is taken away from it, so only the sandbox's policy and origin hold it. It asks no host but the site.
 */
import type { ProbeOutcome } from './observations.ts';

const { site } = self as unknown as { site: { page: string; script: string; channel: string } };
const loose = self as unknown as Record<string, any>;

/** A probe that throws was refused; one that returns false found nothing there. */
const probes: Record<string, () => unknown> = {
  origin: () => self.origin !== 'null',
  fetch: () => fetch(site.page, { mode: 'no-cors' }),
  importScripts: () => imported(site.script),
  // oxlint-disable-next-line no-eval -- whether it is refused is the question
  eval: () => (0, eval)('1'),
  'fetch in a nested worker': () =>
    answered(
      `fetch(${JSON.stringify(site.page)},{mode:'no-cors'}).then(()=>postMessage(1),()=>postMessage(0))`,
    ),
  indexedDB: () =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open('past-tense-doctor');
      request.onsuccess = resolve;
      request.onerror = reject;
    }),
  caches: async () => loose['caches'] !== undefined && (await caches.keys()).length > 0,
  cookieStore: async () =>
    loose['cookieStore'] !== undefined && (await loose['cookieStore'].getAll()).length > 0,
  'storage directory': () => 'storage' in navigator && navigator.storage.getDirectory(),
  // What the page hears of it counts, and that is asked there.
  BroadcastChannel: () => {
    new BroadcastChannel(site.channel).postMessage('probe');
    return false;
  },
};

self.addEventListener('message', (event) => void report(event.ports[0]!), { once: true });

async function report(port: MessagePort): Promise<void> {
  const outcomes: Record<string, ProbeOutcome> = {};
  for (const [name, probe] of Object.entries(probes)) outcomes[name] = await outcomeOf(probe);
  port.postMessage(outcomes);
}

async function outcomeOf(probe: () => unknown): Promise<ProbeOutcome> {
  const silence = new Promise<false>((resolve) => setTimeout(() => resolve(false), 1_500));
  try {
    return (await Promise.race([probe(), silence])) === false ? 'absent' : 'reached';
  } catch {
    return 'refused';
  }
}

/** The site's scripts are modules, so one that arrives does not parse here. */
function imported(address: string): true {
  try {
    loose['importScripts'](address);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return true;
}

/** Whether a worker with this code said 1. */
function answered(code: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    worker.onmessage = ({ data }) => resolve(data === 1);
    worker.onerror = reject;
  });
}
