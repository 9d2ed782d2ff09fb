import type { ErrorReport } from './report.ts';

/** Vitest puts the text that a test gives to `expect` before its own: `the text: expected 1 to be 2`. */
export function splitMessage({ assertion, message }: ErrorReport): {
  /** What the test says to the learner, if it says something. */
  readonly lesson?: string;
  /** What was compared, or the message of an exception. */
  readonly comparison: string;
} {
  const at = assertion && !message.startsWith('expected ') ? message.indexOf(': expected ') : -1;
  return at < 0
    ? { comparison: message }
    : { lesson: message.slice(0, at), comparison: message.slice(at + 2) };
}
