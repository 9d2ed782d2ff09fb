/**
 * A worker script in the place of the harness: it tries to reach whatever a worker could, and reports each try as
 * `refused …`, `absent` or `reached`. Nothing is taken away from it, so only the frame's policy holds it.
 */
import type { probeNames } from './probe-names.ts';

const { addresses } = self as unknown as {
  addresses: Record<'http' | 'ws' | 'tcp' | 'udp' | 'site', string>;
};
const { http, ws, site } = addresses;
const loose = self as unknown as Record<string, any>;

/** A probe that throws or rejects was refused; one that returns false found nothing there. */
const probes: Record<(typeof probeNames)[number], () => unknown> = {
  fetch: () => fetch(`${http}/fetch`),
  'fetch no-cors': () => fetch(`${http}/no-cors`, { mode: 'no-cors' }),
  'fetch keepalive': () => fetch(`${http}/keepalive`, { mode: 'no-cors', keepalive: true }),
  'fetch of the site with cookies': () =>
    fetch(`${site}/with-cookies`, { mode: 'no-cors', credentials: 'include' }),
  XMLHttpRequest: () =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = resolve;
      request.onerror = reject;
      request.open('GET', `${http}/xhr`);
      request.send();
    }),
  'XMLHttpRequest sync': () => {
    const request = new XMLHttpRequest();
    request.open('GET', `${http}/sync`, false);
    request.send();
    return true;
  },
  WebSocket: () => opened(new WebSocket(ws)),
  EventSource: () => present('EventSource') && opened(new EventSource(`${http}/events`)),
  WebTransport: async () =>
    present('WebTransport') &&
    !(await new loose['WebTransport'](`${http.replace('http', 'https')}/wt`).ready),
  WebSocketStream: () => present('WebSocketStream') && new loose['WebSocketStream'](ws).opened,
  'import of another host': () => import(`${http}/module.js`),
  'import of the site': () => import(`${site}/module.js`),
  'import of data:': () => import(['data:text/javascript', '1'].join()),
  'importScripts of another host': () => imported(`${http}/script.js`),
  'importScripts of the site': () => imported(`${site}/script.js`),
  'importScripts of data:': () => imported('data:text/javascript,1'),
  // oxlint-disable-next-line no-eval -- whether it is refused is the question
  eval: () => (0, eval)('1'),
  // oxlint-disable-next-line typescript/no-implied-eval -- the same
  Function: () => new Function('return 1')(),
  'setTimeout with a text': async () => {
    // oxlint-disable-next-line typescript/no-implied-eval -- the same
    setTimeout('self.textRan = true');
    await new Promise((resolve) => setTimeout(resolve, 50));
    return loose['textRan'] === true;
  },
  WebAssembly: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  'worker that fetches': () =>
    answered(
      URL.createObjectURL(new Blob([`fetch('${http}/nested').then(()=>postMessage(1),()=>postMessage(0))`])),
    ),
  'worker from data:': () => answered('data:text/javascript,postMessage(1)'),
  'shared worker': () => present('SharedWorker') && new SharedWorker(`${site}/shared.js`),
  'service worker': () => {
    const { serviceWorker } = navigator;
    return serviceWorker && serviceWorker.register(`${site}/service.js`);
  },
  indexedDB: () =>
    present('indexedDB') &&
    new Promise((resolve, reject) => {
      const request = indexedDB.open('past-tense');
      request.onsuccess = resolve;
      request.onerror = reject;
    }),
  caches: async () => present('caches') && (await caches.keys()).length > 0,
  // What the page hears of it counts, and that is asked there.
  BroadcastChannel: () => {
    new BroadcastChannel('past-tense').postMessage('probe');
    return false;
  },
  'storage directory': () => 'storage' in navigator && navigator.storage.getDirectory(),
  locks: () => 'locks' in navigator && navigator.locks.request('past-tense', () => true),
  font: () => present('FontFace') && new FontFace('probe', `url(${http}/font.woff2)`).load(),
  RTCPeerConnection: () => present('RTCPeerConnection'),
  beacon: () => 'sendBeacon' in navigator && navigator.sendBeacon(`${http}/beacon`, ''),
  origin: () => self.origin !== 'null' || !location.href.startsWith('blob:null'),
  cookies: () => present('cookieStore') && loose['cookieStore'].getAll(),
};

self.addEventListener('message', (event) => void report(event.ports[0]!), { once: true });

async function report(port: MessagePort): Promise<void> {
  for (const [name, probe] of Object.entries(probes)) {
    port.postMessage({ name, outcome: await Promise.race([outcomeOf(probe), silence()]) });
  }
  port.postMessage('done');
}

async function outcomeOf(probe: () => unknown): Promise<string> {
  try {
    return [false, undefined].includes((await probe()) as false) ? 'absent' : 'reached';
  } catch (error) {
    return `refused ${String(error)}`;
  }
}

const silence = () => new Promise<string>((resolve) => setTimeout(() => resolve('silent'), 3_000));

const present = (name: string): boolean => loose[name] !== undefined;

function opened(source: WebSocket | EventSource): Promise<unknown> {
  return new Promise((resolve, reject) => {
    source.onopen = resolve;
    source.onerror = reject;
  });
}

function imported(address: string): true {
  loose['importScripts'](address);
  return true;
}

/** A worker that says 1 has reached something. */
function answered(address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address);
    worker.onmessage = ({ data }) => resolve(data === 1);
    worker.onerror = reject;
  });
}
