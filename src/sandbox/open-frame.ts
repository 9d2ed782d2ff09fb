import { awakeTimeout } from '../awake-timeout.ts';
import type { FrameOpening } from './frame.ts';
import { limits, type FrameCommand, type FrameMessage, type HarnessCommand } from './report.ts';

/** A worker inside the frame. Messages to it are typed, messages from it are not to be trusted. */
export type FrameWorker = {
  readonly port: MessagePort;
  send(command: HarnessCommand): void;
  /** Calls back when the browser reports that the worker's script failed. */
  onError(tell: (detail: string) => void): void;
  kill(): void;
};

export type Frame = {
  spawn(): FrameWorker;
  /** Resolves when the frame has answered. */
  ping(): Promise<void>;
  remove(): void;
};

/**
 * Adds the sandboxed frame to the page and resolves when its script has answered; rejects after `limits.frameStartMs`.
 * `html` is the frame's document with its own policy, `harness` the text of the worker script.
 */
export async function openFrame(html: string, harness: string): Promise<Frame> {
  const iframe = document.createElement('iframe');
  iframe.setAttribute('sandbox', 'allow-scripts');
  iframe.setAttribute('aria-hidden', 'true');
  iframe.title = 'sandbox';
  iframe.tabIndex = -1;
  iframe.hidden = true;
  iframe.srcdoc = html;
  const said = hello(iframe);
  document.body.append(iframe);
  try {
    await within(limits.frameStartMs, said);
  } catch (error) {
    iframe.remove();
    throw error;
  }
  const { port1: control, port2 } = new MessageChannel();
  iframe.contentWindow!.postMessage({ harness } satisfies FrameOpening, '*', [port2]);
  return connectFrame(iframe, control);
}

function connectFrame(iframe: HTMLIFrameElement, control: MessagePort): Frame {
  const command = (message: FrameCommand, transfer: Transferable[] = []) =>
    control.postMessage(message, transfer);
  const errorListeners = new Map<number, (detail: string) => void>();
  let pongListeners: (() => void)[] = [];
  let spawned = 0;

  control.onmessage = ({ data }: MessageEvent<FrameMessage>) => {
    if (data.kind === 'worker-error') return errorListeners.get(data.worker)?.(data.detail);
    for (const tell of pongListeners.splice(0)) tell();
  };

  return {
    spawn() {
      spawned += 1;
      const worker = spawned;
      const { port1: port, port2 } = new MessageChannel();
      command({ kind: 'spawn', worker }, [port2]);
      return {
        port,
        send: (message) => port.postMessage(message),
        onError: (tell) => void errorListeners.set(worker, tell),
        kill() {
          port.close();
          errorListeners.delete(worker);
          command({ kind: 'kill', worker });
        },
      };
    },
    ping: () =>
      new Promise((resolve) => {
        pongListeners = [...pongListeners, resolve];
        command({ kind: 'ping' });
      }),
    remove() {
      control.close();
      iframe.remove();
    },
  };
}

/** The frame's origin is opaque, so it is known by its window alone. */
function hello(iframe: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      if (event.source === null || event.source !== iframe.contentWindow) return;
      removeEventListener('message', listen);
      resolve();
    };
    addEventListener('message', listen);
  });
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const tooLate = () => reject(new Error(`The sandbox gave no answer within ${ms} ms.`));
    const callOff = awakeTimeout(tooLate, ms);
    void promise.then(resolve, reject).finally(callOff);
  });
}
