import { readCase } from './case.ts';
import { readComparison } from './comparison.ts';
import { readDrawing } from './drawing.ts';
import { cutText, isRecord, list } from './read-value.ts';
import { readRecording, recordingLimits, type Recording } from './recording.ts';
import {
  limits,
  type ConsoleLevel,
  type ErrorReport,
  type HarnessMessage,
  type TestReport,
} from './report.ts';
import { readTape } from './tape.ts';

/** A message as the page has it once it is read. */
type ReceivedMessage =
  | Exclude<HarnessMessage, { kind: 'recording' }>
  | { readonly kind: 'recording'; readonly test: string; readonly recording: Recording };

/**
 * Reads a message that came out of the sandbox. What has another shape than the types promise is dropped, and
 * every text is cut, because learner code shares the worker with the harness that sends it.
 */
export function readMessage(received: unknown): ReceivedMessage | undefined {
  if (!isRecord(received)) return undefined;
  switch (received['kind']) {
    case 'prepared':
    case 'console-cut':
    case 'end':
    case 'over':
      return { kind: received['kind'] };
    case 'begin':
      return { kind: 'begin', test: text(received['test']) };
    case 'test':
      return isRecord(received['test']) ? { kind: 'test', test: readTest(received['test']) } : undefined;
    case 'console':
      return isRecord(received['entry'])
        ? { kind: 'console', entry: readEntry(received['entry']) }
        : undefined;
    case 'drawing': {
      const drawing = readDrawing(received['drawing']);
      return drawing && { kind: 'drawing', drawing };
    }
    case 'tape': {
      const tape = readTape(received['tape']);
      return tape && { kind: 'tape', tape };
    }
    case 'recording': {
      const recording = readRecording(readJson(received['recording']));
      return recording && { kind: 'recording', test: text(received['test']), recording };
    }
    case 'load-error':
      return { kind: 'load-error', error: readError(received['error']) };
    case 'uncaught':
      return {
        kind: 'uncaught',
        source: received['source'] === 'rejection' ? 'rejection' : 'error',
        error: readError(received['error']),
      };
    default:
      return undefined;
  }
}

/** What a text says, if it is one that a recording may have. */
function readJson(json: unknown): unknown {
  if (typeof json !== 'string' || json.length > recordingLimits.json) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function readTest(test: Record<string, unknown>): TestReport {
  const state = test['state'];
  const described = readCase(test['case']);
  return {
    name: text(test['name']),
    state: state === 'passed' || state === 'skipped' ? state : 'failed',
    durationMs: number(test['durationMs']),
    assertions: number(test['assertions']),
    errors: list(test['errors'], 10).map(readError),
    ...(isRecord(test['faulty']) ? { faulty: optionalText(test['faulty'], 'noticedBy') } : {}),
    ...(described ? { case: described } : {}),
    ...(test['recorded'] === true ? { recorded: true } : {}),
  };
}

const levels: readonly string[] = ['debug', 'log', 'info', 'warn', 'error'] satisfies ConsoleLevel[];

function readEntry(entry: Record<string, unknown>) {
  const level = levels.includes(entry['level'] as string) ? (entry['level'] as ConsoleLevel) : 'log';
  const test = optionalText(entry, 'test');
  return { level, text: text(entry['text']), ...test };
}

function readError(error: unknown): ErrorReport {
  if (!isRecord(error)) return { name: 'Error', message: '', assertion: false, frames: [] };
  const comparison = readComparison(error['comparison']);
  return {
    name: text(error['name']),
    message: text(error['message']),
    assertion: error['assertion'] === true,
    frames: list(error['frames'], 20)
      .filter(isRecord)
      .map((frame) => ({
        path: text(frame['path']),
        line: number(frame['line']),
        column: number(frame['column']),
      })),
    ...optionalText(error, 'expected'),
    ...optionalText(error, 'actual'),
    ...optionalText(error, 'diff'),
    ...(comparison ? { comparison } : {}),
  };
}

function optionalText<Key extends string>(
  record: Record<string, unknown>,
  key: Key,
): { [K in Key]?: string } {
  return (typeof record[key] === 'string' ? { [key]: text(record[key]) } : {}) as { [K in Key]?: string };
}

/** The note about characters that were cut adds some thirty of its own. */
const longest = limits.textCharacters + 100;

const text = (value: unknown): string => cutText(value, longest);
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
