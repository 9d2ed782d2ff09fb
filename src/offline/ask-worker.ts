import type { WorkerMessage } from './release.ts';

/** What the worker answers; nothing after `ms`, as one that is gone or older than this page. */
export function askWorker<Answer>(
  worker: ServiceWorker,
  message: WorkerMessage,
  ms: number,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(undefined), ms);
    port1.addEventListener('message', ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(data as Answer);
    });
    port1.start();
    worker.postMessage(message, [port2]);
  });
}
