/**
 * The worker's side of the sandbox, in a browser. Bundled to one text at build, run as a blob worker inside the
 * sandboxed frame. It goes first: what it needs is captured before any statement of the learner's runs.
 */
import { startHarness } from './harness-core.ts';
import type { HarnessCommand, HarnessMessage } from './report.ts';

const { apply } = Reflect;
const postMessage = MessagePort.prototype.postMessage;
/** The types are those of a page; of a worker's own functions only this one is used. */
const { importScripts } = self as unknown as { importScripts(...urls: string[]): void };
const { createObjectURL, revokeObjectURL } = URL;

self.addEventListener('message', connect);

/** The first message brings the port; nothing else is ever taken from the global message event. */
function connect(event: MessageEvent): void {
  const port = event.ports[0];
  if (!port) return;
  self.removeEventListener('message', connect);
  const receive = startHarness({
    global: self,
    post: (message: HarnessMessage) => {
      apply(postMessage, port, [message]);
    },
    loadScript,
    withhold,
    onUncaught,
  });
  port.onmessage = (message: MessageEvent<HarnessCommand>) => receive(message.data);
}

function loadScript(code: string): string {
  const url = createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    apply(importScripts, self, [url]);
    return url;
  } finally {
    revokeObjectURL(url);
  }
}

function onUncaught(tell: (source: 'error' | 'rejection', thrown: unknown) => void): void {
  // Capturing, so that a listener of the learner's comes later and cannot stop these.
  const options = { capture: true };
  const onError = (event: ErrorEvent) => {
    event.preventDefault();
    tell('error', event.error ?? event.message);
  };
  const onRejection = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    tell('rejection', event.reason);
  };
  self.addEventListener('error', onError, options);
  self.addEventListener('unhandledrejection', onRejection, options);
}

const withheld =
  'postMessage close importScripts Worker SharedWorker BroadcastChannel ' +
  'fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport ' +
  'indexedDB caches webkitRequestFileSystem webkitRequestFileSystemSync';

/** The frame's policy refuses the network in any case; this takes the doors away as well. */
function withhold(): void {
  for (
    let holder: object | null = self;
    holder && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const name of withheld.split(' ')) Reflect.deleteProperty(holder, name);
  }
  Reflect.deleteProperty(URL, 'createObjectURL');
  polyfillRandomUuid();
}

/** Chromium counts an opaque origin as insecure, also on https, and withholds `crypto.randomUUID` there. */
function polyfillRandomUuid(): void {
  if ('randomUUID' in crypto) return;
  Object.defineProperty(crypto, 'randomUUID', {
    configurable: true,
    writable: true,
    value: () => {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      bytes[6] = (bytes[6]! & 0x0f) | 0x40;
      bytes[8] = (bytes[8]! & 0x3f) | 0x80;
      const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  });
}
