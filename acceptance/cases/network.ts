import type { Case } from '../case.ts';

/** Ways out of the sandbox. Nothing may arrive at the listening servers, at the site or on its channel. */
const keptIn = {
  tests: `
it('is kept in', async () => {
  const silence = new Promise((resolve) => setTimeout(resolve, 700, 'silent'));
  let outcome = 'refused';
  try {
    const found = await Promise.race([a.attempt(), silence]);
    outcome = found === false || found === undefined ? 'absent' : found === 'silent' ? 'silent' : 'reached';
  } catch (error) {
    console.log(String(error));
  }
  expect(outcome).not.toBe('reached');
});
`,
  names: ['is kept in'],
  solution: 'export const attempt = () => false;',
  wants: ['passed'],
} as const;

const attempts: Readonly<Record<string, readonly [name: string, code: string]>> = {
  N01: ['fetch', "fetch('{http}/fetch?secret')"],
  N02: ['fetch without CORS', "fetch('{http}/no-cors', { mode: 'no-cors' })"],
  N03: [
    'fetch of the site with its cookies',
    "fetch('{site}/cookies', { credentials: 'include', mode: 'no-cors' })",
  ],
  N04: [
    'XMLHttpRequest, synchronous',
    "(() => { const request = new XMLHttpRequest(); request.open('GET', '{http}/xhr', false); request.send(); return true; })()",
  ],
  N05: [
    'WebSocket',
    "new Promise((resolve, reject) => { const socket = new WebSocket('{ws}'); socket.onopen = resolve; socket.onerror = reject; })",
  ],
  N06: [
    'EventSource',
    "new Promise((resolve, reject) => { const source = new EventSource('{http}/events'); source.onopen = resolve; source.onerror = reject; })",
  ],
  N07: ['WebTransport', "new (globalThis as any).WebTransport('{http}/wt'.replace('http', 'https')).ready"],
  N09: ['import of an address of the site, computed', "import(['{site}', 'x.js'].join('/'))"],
  N10: ['import of data:', "import(['data:text/javascript', '1'].join())"],
  N11: ['import of a blob', 'import(URL.createObjectURL(new Blob([])))'],
  N12: ['importScripts of another host', "(globalThis as any).importScripts('{http}/script.js')"],
  N13: ['importScripts of the site', "(globalThis as any).importScripts('{site}/script.js')"],
  N14: ['importScripts of a blob', '(globalThis as any).importScripts(URL.createObjectURL(new Blob([])))'],
  N15: ['indirect eval', "(0, eval)('true')"],
  N16: ['new Function', "new Function('return true')()"],
  N17: [
    'setTimeout with a text',
    "new Promise((resolve) => { (globalThis as any).ran = resolve; setTimeout('ran(true)' as any); })",
  ],
  N19: ['a worker of its own', 'new Worker(URL.createObjectURL(new Blob([])))'],
  N20: [
    "the site's database",
    "new Promise((resolve, reject) => { const request = indexedDB.open('past-tense'); request.onsuccess = resolve; request.onerror = reject; })",
  ],
  N21: ["the site's cache", 'caches.keys().then((keys) => keys.length > 0)'],
  N22: ["the site's channel", "new BroadcastChannel('past-tense').postMessage('from the sandbox')"],
  N23: ['a folder of the browser', 'navigator.storage.getDirectory()'],
  N24: ['a lock of the site', "navigator.locks.request('past-tense', () => true)"],
  N25: ['addresses that were loaded', "performance.getEntries().some(({ name }) => name.startsWith('http'))"],
  N26: ['fetch that outlives the run', "fetch('{http}/keepalive', { keepalive: true, mode: 'no-cors' })"],
  N27: ["the site's address", "self.origin !== 'null' || location.href.includes('{site}')"],
  N28: ['a font', "new FontFace('f', 'url({http}/font.woff2)').load()"],
  N29: ['a service worker', "(navigator as any).serviceWorker?.register('{site}/service.js')"],
  N30: ['a beacon', "(navigator as any).sendBeacon?.('{http}/beacon', 'x')"],
  N31: [
    'a peer connection',
    "new (globalThis as any).RTCPeerConnection({ iceServers: [{ urls: 'stun:{udp}' }] }).createDataChannel('x')",
  ],
  N32: [
    'what was taken away, on the prototypes',
    "(() => { for (let holder: any = self; holder; holder = Object.getPrototypeOf(holder)) for (const name of ['fetch', 'importScripts', 'postMessage', 'Worker']) { const found = Object.getOwnPropertyDescriptor(holder, name)?.value; if (found) return found; } return false; })()",
  ],
  N33: [
    'what was taken away, through a handler of a frame',
    '((self as any).parent ?? (self as any).top ?? (self as any).frames) !== undefined',
  ],
  N34: ['a message to the page', "(self as any).postMessage({ kind: 'past-tense-frame' })"],
  N35: [
    'a link that is loaded ahead',
    "(globalThis as any).document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: '{tcp}' }))",
  ],
  N36: [
    'an image',
    'createImageBitmap((globalThis as any).Image ? new Image() : new Blob([])).then(() => true)',
  ],
  N37: [
    'what was taken away, from what is made with it',
    "[new Response('').constructor, Object.getPrototypeOf(async () => {}).constructor].some((make: any) => { try { return make('return fetch')(); } catch { return false; } })",
  ],
  N38: ['a request as a module', "import(new Request('{http}/module.js') as any)"],
  N39: [
    'a stream, a style or a picture that loads',
    "(async () => { const loose: any = globalThis; for (const load of [() => new loose.ImageDecoder({ type: 'image/png', data: new Response('{http}/x').body }), () => new loose.CSSStyleSheet().replaceSync('@import url({http}/x.css)'), () => loose.fonts.load('1px url({http}/x.woff)'), () => loose.trustedTypes.createPolicy('x', { createScriptURL: (x: string) => x }), () => loose.navigator.setAppBadge(1)]) try { await load(); } catch {} return false; })()",
  ],
  N40: [
    'an error that fetches its source map',
    "(async () => { const error = new Error('x'); error.stack = 'at {http}/a.js:1:1\\n//# sourceMappingURL={http}/a.js.map'; console.log(error, '//# sourceMappingURL={http}/b.js.map'); return false; })()",
  ],
  N41: [
    'a port that is handed on',
    "(async () => { const { port1, port2 } = new MessageChannel(); for (const send of [() => structuredClone(port1, { transfer: [port1] }), () => (self as any).postMessage(port2, [port2]), () => self.dispatchEvent(new MessageEvent('message', { ports: [port2] }))]) try { send(); } catch {} return false; })()",
  ],
};

export const network: readonly Case[] = [
  ...Object.entries(attempts).map(([id, [name, code]]) => ({
    ...keptIn,
    id,
    name,
    code: `export const attempt = async (): Promise<unknown> => ${code};`,
  })),
  {
    id: 'N08',
    name: 'import of another host, written out',
    code: "export const attempt = () => import('{http}/x.js');",
    tests: keptIn.tests,
    names: keptIn.names,
    solution: keptIn.solution,
    wants: ['refused'],
    says: '/x.js',
  },
  {
    id: 'N18',
    name: 'WebAssembly',
    code: `
export const attempt = async () => {
  await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  return true;
};
`,
    tests: keptIn.tests,
    names: keptIn.names,
    solution: keptIn.solution,
    wants: ['passed'],
    // WebKitGTK lets it be compiled, which reaches nothing.
    wantsIn: { webkit: ['failed'] },
  },
];
