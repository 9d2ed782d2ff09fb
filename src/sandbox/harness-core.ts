import { describeError, rememberAddress, sourceUrl } from './describe-error.ts';
import { lateErrors, nextTasks } from './late-errors.ts';
import type { LinkedModule, ModuleFunction } from './link-modules.ts';
import { lockBuiltIns } from './lock-built-ins.ts';
import { explainLocks } from './locked-errors.ts';
import { printLine } from './print-value.ts';
import {
  limits,
  type ConsoleLevel,
  type HarnessCommand,
  type HarnessMessage,
  type JobModule,
  type TestPlan,
} from './report.ts';
import { runTests, type CurrentTest } from './run-tests.ts';
import type { testApi } from './test-api.ts';

/** What differs between a worker of a browser and one of Node. */
export type HarnessEnvironment = {
  /** The global object that learner code sees; what the harness itself calls global is another. */
  readonly global: typeof globalThis;
  /** Sends to the page. Must hold no reference that learner code can reach or replace. */
  readonly post: (message: HarnessMessage) => void;
  /** Runs a classic script in the global scope; tells its address if it has one. */
  readonly loadScript: (code: string) => string | undefined;
  /** Takes away what learner code must not have; called once, before its first statement. */
  readonly withhold: () => void;
  /** Calls back on errors that nothing caught. */
  readonly onUncaught: (tell: (source: 'error' | 'rejection', thrown: unknown) => void) => void;
};

const consoleLevels: readonly ConsoleLevel[] = ['debug', 'log', 'info', 'warn', 'error'];

/** Gives the handler of commands. `prepare` may come several times, `run` once: a worker serves one run. */
export function startHarness(environment: HarnessEnvironment): (command: HarnessCommand) => void {
  const { global } = environment;
  const modules: LinkedModule[] = [];
  const codeByPath = new Map<string, string>();
  const post = (message: HarnessMessage) => environment.post(explainLocks(message, codeByPath, global));
  const currentTest: CurrentTest = { name: undefined };

  const late = lateErrors();

  environment.onUncaught((source, thrown) => {
    const error = describeError(thrown);
    if (source === 'error' && late.charge(error)) return;
    post({ kind: 'uncaught', source, error });
  });
  captureConsole(post, currentTest);

  const add = (added: readonly JobModule[]) => {
    for (const module of added) {
      modules.push(define(module, environment));
      codeByPath.set(module.path, module.code);
    }
  };

  let isLockedDown = false;
  const lockDown = (intrinsics: TestPlan['intrinsics']) => {
    if (isLockedDown) return;
    isLockedDown = true;
    environment.withhold();
    if (intrinsics !== 'open') lockBuiltIns(global);
  };

  const run = async (command: Extract<HarnessCommand, { kind: 'run' }>) => {
    try {
      add(command.modules);
      if (command.arrangement?.kind === 'still') stopClockAndChance(global);
      lockDown(command.plan.intrinsics);
      await runTests(modules, command.plan, post, currentTest, late, command.arrangement);
    } catch (error) {
      // A script that the engine refuses although the compiler took it, such as a broken regular expression.
      post({ kind: 'load-error', error: describeError(error) });
    }
  };

  return (command) => {
    if (command.kind === 'prepare') {
      add(command.modules);
      void warmUp()
        .then(() => lockDown(command.intrinsics))
        .then(() => post({ kind: 'prepared' }));
      return;
    }
    // Rejections and timers of the last test are told before the end.
    void run(command)
      .then(nextTasks)
      .then(() => post({ kind: 'end' }));
  };
}

/** From here on, code that asks for the time or for chance fails: an exercise may depend on neither. */
function stopClockAndChance(global: typeof globalThis): void {
  const refuse = (name: string) => () => {
    throw new Error(`${name} was called. Exercises get clock and ids handed in.`);
  };
  const { Date, Math, crypto, performance } = global;
  Math.random = refuse('Math.random()');
  Date.now = refuse('Date.now()');
  performance.now = refuse('performance.now()');
  crypto.randomUUID = refuse('crypto.randomUUID()');
  crypto.getRandomValues = refuse('crypto.getRandomValues()');
  global.Date = new Proxy(Date, {
    construct: (date, values, target) =>
      values.length === 0 ? refuse('new Date()')() : Reflect.construct(date, values, target),
    apply: refuse('Date()'),
  });
}

/** Runs the test libraries once while nobody waits, so that the engine has compiled them when the learner does. */
function warmUp(): Promise<void> {
  const run: LinkedModule['run'] = (_exports, require) => {
    const { describe, expect, it } = require('vitest') as typeof testApi;
    describe('warm-up', () => {
      it('compares', () => {
        expect({ list: [1, 'two'] }, 'message').toEqual({ list: [1, 'two'] });
        expect(new Set([1]).size).toBe(1);
        expect('text').toMatch(/^te/);
        expect(() => {
          throw new Error('thrown');
        }).toThrow('thrown');
      });
      it('fails', () => expect([{ one: 1 }], 'message').toEqual([{ one: 2 }]));
    });
  };
  const plan = { entry: './warm-up', trials: [] };
  const modules: LinkedModule[] = [{ path: './warm-up', role: 'test', run }];
  return runTests(modules, plan, () => undefined, { name: undefined }, lateErrors());
}

/** Turns the text of a module into its function, in a script of its own, so that stack traces name the file. */
function define(module: JobModule, { global, loadScript }: HarnessEnvironment): LinkedModule {
  const holder = global as { defineModule?: (run: ModuleFunction) => void };
  let defined: ModuleFunction | undefined;
  holder.defineModule = (run) => (defined = run);
  try {
    const address = loadScript(
      `defineModule(function(exports,require,module){"use strict";${module.code}\n});\n` +
        `//# sourceURL=${sourceUrl(module.path)}`,
    );
    if (address !== undefined) rememberAddress(address, module.path);
  } finally {
    delete holder.defineModule;
  }
  if (!defined) throw new Error(`The script of ${module.path} did not run.`);
  return { path: module.path, role: module.role, run: defined };
}

function captureConsole(post: (message: HarnessMessage) => void, currentTest: CurrentTest): void {
  let entries = 0;
  let characters = 0;
  let told = false;
  for (const level of consoleLevels) {
    console[level] = (...values: unknown[]) => {
      if (currentTest.isQuiet) return;
      if (entries >= limits.consoleEntries || characters >= limits.consoleCharacters) {
        if (!told) post({ kind: 'console-cut' });
        told = true;
        return;
      }
      const text = printLine(values);
      entries += 1;
      characters += text.length;
      const test = currentTest.name;
      post({ kind: 'console', entry: test === undefined ? { level, text } : { level, text, test } });
    };
  }
}
