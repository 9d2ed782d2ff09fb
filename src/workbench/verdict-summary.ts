import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { translate } from '../i18n/translate.ts';
import type { Verdict } from './verdict.ts';

/** The verdict in one or two sentences. */
export function verdictSummary(
  verdict: Verdict,
  translations: Readonly<Record<string, string>>,
  words: WorkbenchMessages,
): string {
  switch (verdict.kind) {
    case 'passed':
      return fill(words['verdict.passed'], { count: verdict.report.tests.length });
    case 'failed': {
      const failed = verdict.tests.filter(({ state }) => state === 'failed').length;
      return fill(words['verdict.failed'], { failed, count: verdict.tests.length });
    }
    case 'refused':
      return words['verdict.refused'];
    case 'timed-out': {
      const seconds = verdict.limitMs / 1000;
      return verdict.running === undefined
        ? fill(words['verdict.timed-out'], { seconds })
        : fill(words['verdict.timed-out-in'], { seconds, test: translate(verdict.running, translations) });
    }
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
