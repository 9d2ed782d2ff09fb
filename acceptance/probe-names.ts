import type { Engine } from './case.ts';

/** What probes.ts tries, by the names that it reports. */
export const probeNames = [
  'fetch',
  'fetch no-cors',
  'fetch keepalive',
  'fetch of the site with cookies',
  'XMLHttpRequest',
  'XMLHttpRequest sync',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'WebSocketStream',
  'import of another host',
  'import of the site',
  'import of data:',
  'importScripts of another host',
  'importScripts of the site',
  'importScripts of data:',
  'eval',
  'Function',
  'setTimeout with a text',
  'WebAssembly',
  'worker that fetches',
  'worker from data:',
  'shared worker',
  'service worker',
  'indexedDB',
  'caches',
  'BroadcastChannel',
  'storage directory',
  'locks',
  'font',
  'RTCPeerConnection',
  'beacon',
  'origin',
  'cookies',
] as const;

/** What an engine lets run although the policy forbids it, and which reaches nothing. */
export const allowedProbes: Readonly<Record<Engine, readonly (typeof probeNames)[number][]>> = {
  chromium: [],
  firefox: [],
  webkit: ['WebAssembly'],
};
