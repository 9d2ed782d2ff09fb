import type { Messages } from '../i18n/index.ts';
import type { Verdict } from './verdict.ts';

/** The verdict in one or two sentences. */
export function verdictSummary(verdict: Verdict, words: Messages): string {
  switch (verdict.kind) {
    case 'passed':
      return fill(words['verdict.passed'], { count: verdict.report.tests.length });
    case 'failed': {
      const failed = verdict.tests.filter(({ state }) => state === 'failed').length;
      return fill(words['verdict.failed'], { failed, count: verdict.tests.length });
    }
    case 'refused':
      return words['verdict.refused'];
    case 'timed-out':
      return fill(words['verdict.timed-out'], { seconds: verdict.limitMs / 1000 });
    case 'cancelled':
      return words['verdict.cancelled'];
    case 'unavailable':
      return words[unavailable[verdict.part]];
    case 'crashed':
      return words[crashed[verdict.crash.kind]];
  }
}

const unavailable = {
  compiler: 'verdict.no-compiler',
  runner: 'verdict.no-runner',
  types: 'verdict.no-types',
} as const;

const crashed = {
  error: 'verdict.crashed.error',
  flood: 'verdict.crashed.flood',
  unresponsive: 'verdict.crashed.unresponsive',
  'other-tests': 'verdict.crashed.other-tests',
} as const;

function fill(text: string, values: Readonly<Record<string, number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
