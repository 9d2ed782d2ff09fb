/**
 * The script of the sandboxed frame: it makes workers and ends them, nothing else. Bundled to one inline script;
 * the frame's policy allows it by hash. Learner code never runs here, only in the workers.
 */
import type { FrameCommand, FrameMessage } from './report.ts';

/** The first message from the page, with the control port. */
export type FrameOpening = { readonly harness: string };

const isolated = self.origin === 'null' && parent !== self;
if (isolated) {
  addEventListener('message', connect);
  parent.postMessage({ kind: 'past-tense-frame' }, '*');
} else {
  document.body.textContent = 'Past Tense runs learner code only inside its own sandboxed frame.';
}

function connect(event: MessageEvent<FrameOpening>): void {
  const control = event.ports[0];
  if (event.source !== parent || !control) return;
  removeEventListener('message', connect);
  const harness = URL.createObjectURL(new Blob([event.data.harness], { type: 'text/javascript' }));
  const workers = new Map<number, Worker>();
  const tell = (message: FrameMessage) => control.postMessage(message);

  control.onmessage = ({ data, ports }: MessageEvent<FrameCommand>) => {
    switch (data.kind) {
      case 'ping':
        return tell({ kind: 'pong' });
      case 'kill':
        workers.get(data.worker)?.terminate();
        workers.delete(data.worker);
        return;
      case 'spawn': {
        const worker = new Worker(harness);
        worker.onerror = (error) =>
          tell({ kind: 'worker-error', worker: data.worker, detail: error.message });
        worker.postMessage(null, [...ports]);
        workers.set(data.worker, worker);
      }
    }
  };
  tell({ kind: 'pong' });
}
