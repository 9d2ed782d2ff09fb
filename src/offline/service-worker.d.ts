/**
 * The few names of a service worker's world that the worker and Workbox's types use. TypeScript's own `webworker` library
 * cannot stand beside `dom` in one program.
 */

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
}

interface Client {
  readonly id: string;
}

interface ServiceWorkerGlobalScope {
  readonly location: WorkerLocation;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options?: { readonly type?: 'window' }): Promise<readonly Client[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'fetch', tell: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'message', tell: (event: ExtendableMessageEvent) => void): void;
}

interface WorkerLocation {
  readonly href: string;
}
