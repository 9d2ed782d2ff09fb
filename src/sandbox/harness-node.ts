/** The worker's side of the sandbox, in Node: the same core as in the browser, for the checks of authors. */
import vm from 'node:vm';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { startHarness } from './harness-core.ts';
import type { HarnessCommand } from './report.ts';
import { tickingDate } from './ticking-clock.ts';

const port = parentPort as MessagePort;
const global = vm.runInThisContext('this') as typeof globalThis;

/** The check of an exercise may have taken the clock away already. */
const { Date: SystemDate } = global;

const receive = startHarness({
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
    if (global.Date === SystemDate) global.Date = tickingDate(SystemDate);
  },
  onUncaught: (tell) => {
    process.on('uncaughtException', (error) => tell('error', error));
    process.on('unhandledRejection', (reason) => tell('rejection', reason));
  },
});

port.on('message', (command: HarnessCommand) => receive(command));
