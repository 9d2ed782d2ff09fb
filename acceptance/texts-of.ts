import type { ErrorReport } from '../src/sandbox/report.ts';
import type { Verdict } from '../src/workbench/verdict.ts';

/** Every text of a verdict that the workbench shows. */
export function textsOf(verdict: Verdict): string[] {
  switch (verdict.kind) {
    case 'refused':
      return verdict.problems.map(({ lineText, reason }) => `${lineText} ${JSON.stringify(reason)}`);
    case 'cancelled':
      return [];
    case 'unavailable':
      return [verdict.detail];
    case 'passed':
    case 'failed':
    case 'crashed':
    case 'timed-out': {
      const { tests, loadErrors, uncaught, unhandledRejections, console } = verdict.report;
      return [
        ...[...loadErrors, ...uncaught, ...unhandledRejections].flatMap(errorTexts),
        ...tests.flatMap(({ name, errors }) => [name, ...errors.flatMap(errorTexts)]),
        ...console.map(({ text }) => text),
      ];
    }
  }
}

const errorTexts = ({ name, message, expected, actual, diff }: ErrorReport): string[] => [
  `${name}: ${message}`,
  ...[expected, actual, diff].filter((text) => text !== undefined),
];
