import { describeError } from './describe-error.ts';
import { lateErrors, nextTasks } from './late-errors.ts';
import { lockBuiltIns } from './lock-built-ins.ts';
import { explainLocks } from './locked-errors.ts';
import { createModuleStore } from './module-store.ts';
import { printLine } from './print-value.ts';
import {
  limits,
  type ConsoleLevel,
  type HarnessCommand,
  type HarnessMessage,
  type TestPlan,
} from './report.ts';
import { runTests, type CurrentTest } from './run-tests.ts';
import { outcomeOf, recordRun } from './record-run.ts';
import { rehearse, warmUp } from './warm-up.ts';

type RunCommand = Extract<HarnessCommand, { kind: 'run' }>;

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

/** Gives the handler of commands. `prepare` and `load` may come several times, `run` once. */
export function startHarness(environment: HarnessEnvironment): (command: HarnessCommand) => void {
  const { global } = environment;
  const modules = createModuleStore(environment);
  const post = (message: HarnessMessage) => environment.post(explainLocks(message, modules.codeOf, global));
  const currentTest: CurrentTest = { name: undefined };

  const late = lateErrors();

  environment.onUncaught((source, thrown) => {
    if (currentTest.isQuiet) return;
    const error = describeError(thrown);
    if (source === 'error' && late.charge(error)) return;
    post({ kind: 'uncaught', source, error });
  });
  captureConsole(post, currentTest);

  let isLockedDown = false;
  const lockDown = (intrinsics: TestPlan['intrinsics']) => {
    if (isLockedDown) return;
    isLockedDown = true;
    environment.withhold();
    if (intrinsics !== 'open') lockBuiltIns(global);
  };

  const prepare = async ({ plan, rehearsal }: Extract<HarnessCommand, { kind: 'prepare' }>) => {
    await warmUp();
    lockDown(plan.intrinsics);
    currentTest.isQuiet = true;
    await rehearse(modules, rehearsal, plan);
    currentTest.isQuiet = false;
  };

  let isRunning = false;
  const outcomes = new Map<string, string>();
  const tellRun = (message: HarnessMessage) => {
    if (message.kind === 'test') outcomes.set(message.test.name, outcomeOf(message.test));
    post(message);
  };
  const run = async (command: RunCommand) => {
    try {
      modules.load(command.modules);
      if (command.arrangement?.kind === 'still') stopClockAndChance(global);
      lockDown(command.plan.intrinsics);
      await runTests(modules.all(), command.plan, tellRun, currentTest, late, command.arrangement);
    } catch (error) {
      // A script that the engine refuses although the compiler took it, such as a broken regular expression.
      post({ kind: 'load-error', error: describeError(error) });
    }
  };

  let entry = '';
  const runAndEnd = async (command: RunCommand) => {
    entry = command.plan.entry;
    await run(command);
    // Rejections and timers of the last test are told before the end.
    await nextTasks();
    post({ kind: 'end' });
  };

  const tellRecordings = async () => {
    // What they write and throw was told already.
    currentTest.isQuiet = true;
    await recordRun(modules.all(), entry, outcomes, post).catch(() => undefined);
    post({ kind: 'over' });
  };

  return (command) => {
    switch (command.kind) {
      case 'prepare':
        modules.load(command.modules);
        return void prepare(command).then(() => post({ kind: 'prepared' }));
      case 'load':
        return isRunning ? undefined : modules.tryToLoad(command.modules);
      case 'run':
        isRunning = true;
        return void runAndEnd(command);
      case 'tell-recordings':
        return void tellRecordings();
    }
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
