/** The worker's side of the sandbox, in Node: the same core as in the browser, for the checks of authors. */
import vm from 'node:vm';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { webNames } from './built-ins.ts';
import { startHarness } from './harness-core.ts';
import type { Again, again } from './node-workers.ts';
import type { HarnessCommand } from './report.ts';
import { tickingClock } from './ticking-clock.ts';

const port = parentPort as MessagePort;
const global = vm.runInThisContext('this') as typeof globalThis;

/** The check of an exercise may have taken the clock away already. */
const { Date: SystemDate } = global;
const clock = tickingClock(SystemDate);

type Tell = (source: 'error' | 'rejection', thrown: unknown) => void;
let tell: Tell = () => undefined;
process.on('uncaughtException', (error) => tell('error', error));
process.on('unhandledRejection', (reason) => tell('rejection', reason));

/** What the job may have changed, as it was before its first statement. */
let before: readonly unknown[] = [];

const start = () =>
  startHarness({
    global,
    post: (message) => port.postMessage(message),
    loadScript(code) {
      vm.runInThisContext(code);
      return undefined;
    },
    // What a browser's worker has not, learner code has not here either.
    withhold: () => {
      for (const name of [
        'process',
        'Buffer',
        'require',
        'fetch',
        'WebSocket',
        'BroadcastChannel',
        'navigator',
        // To look at these would load Node's network.
        'MessageEvent',
        'ErrorEvent',
      ]) {
        Reflect.deleteProperty(global, name);
      }
      if (global.Date === SystemDate) global.Date = clock.Date;
      before = changeable();
    },
    onUncaught: (next) => void (tell = next),
  });

let receive = start();

port.on('message', (command: HarnessCommand | typeof again) => {
  if (command !== 'again') return receive(command);
  const isAsNew = sameValues(before, changeable()) && !process.getActiveResourcesInfo().some(isTimer);
  if (isAsNew) {
    clock.rewind();
    receive = start();
  }
  port.postMessage({ again: isAsNew } satisfies Again);
});

/**
 * What has a name and is not locked. Of the global object's names only those of which something may be expected: to look
 * at others would load Node's network.
 */
function changeable(): unknown[] {
  const { console, performance, Math, Date, Error } = global;
  return [
    ...Reflect.ownKeys(global),
    ...[...Object.keys(global), ...webNames].map((name) => Reflect.get(global, name) as unknown),
    ...[console, performance].flatMap((holder) => Object.entries(holder).flat() as unknown[]),
    Math.random,
    Date.now,
    Error.stackTraceLimit,
  ];
}

const sameValues = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((value, index) => Object.is(value, others[index]));

const isTimer = (resource: string): boolean => resource === 'Timeout' || resource === 'Immediate';
