import type { Drawing } from './drawing.ts';
import { limits, type ConsoleEntry, type Ending, type Report, type TestReport } from './report.ts';
import { readMessage } from './read-message.ts';
import type { Tape } from './tape.ts';

export type Collector = {
  /** Takes one message as it came out of the sandbox. */
  accept(message: unknown): 'more' | 'ended' | 'flood';
  report(ending: Ending | { readonly kind: 'timed-out'; readonly limitMs: number }): Report;
};

/**
 * Collects the messages of one run into a report, bounded whatever the sandbox sends. `onConsole` is told each console
 * line as it comes.
 */
export function createCollector(now: () => number, onConsole?: (entry: ConsoleEntry) => void): Collector {
  const started = now();
  const collected = {
    tests: [] as TestReport[],
    loadErrors: [] as Report['loadErrors'][number][],
    uncaught: [] as Report['uncaught'][number][],
    unhandledRejections: [] as Report['unhandledRejections'][number][],
    console: [] as Report['console'][number][],
    consoleCut: false,
  };
  const drawings = new Map<string, Drawing>();
  let tape: Tape | undefined;
  let messages = 0;
  let running: string | undefined;

  return {
    accept(received) {
      messages += 1;
      if (messages > limits.messages) return 'flood';
      const message = readMessage(received);
      if (!message) return 'more';
      switch (message.kind) {
        case 'begin':
          running = message.test;
          return 'more';
        case 'test':
          running = undefined;
          collected.tests.push(message.test);
          return 'more';
        case 'console':
          collected.console.push(message.entry);
          onConsole?.(message.entry);
          return 'more';
        case 'console-cut':
          collected.consoleCut = true;
          return 'more';
        case 'drawing':
          keepDrawing(drawings, message.drawing);
          return 'more';
        case 'tape':
          tape = message.tape;
          return 'more';
        case 'load-error':
          keep(collected.loadErrors, message.error);
          return 'more';
        case 'uncaught':
          keep(
            message.source === 'error' ? collected.uncaught : collected.unhandledRejections,
            message.error,
          );
          return 'more';
        case 'end':
          return 'ended';
        case 'prepared':
        case 'recording':
        case 'over':
          return 'more';
      }
    },
    report(ending) {
      const told = ending.kind === 'timed-out' && running !== undefined ? { ...ending, running } : ending;
      return {
        ...collected,
        drawings: [...drawings.values()],
        ...(tape ? { tape } : {}),
        ending: told,
        durationMs: now() - started,
      };
    },
  };
}

/** Of walls the last one, of boards the last one under each caption. */
function keepDrawing(drawings: Map<string, Drawing>, drawing: Drawing): void {
  const key = drawing.kind === 'board' ? JSON.stringify(drawing.caption) : drawing.kind;
  if (drawings.has(key) || drawings.size < limits.drawings) drawings.set(key, drawing);
}

function keep<T>(kept: T[], one: T): void {
  if (kept.length < limits.errorsOutside) kept.push(one);
}

/** The report of a run that never began. */
export function emptyReport(ending: Ending): Report {
  return createCollector(() => 0).report(ending);
}
