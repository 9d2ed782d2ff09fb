import { join } from 'node:path';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import { workbenchMessagesFor } from '../i18n/workbench.ts';
import type { ErrorReport, TestReport } from '../sandbox/report.ts';
import { splitMessage } from '../sandbox/split-message.ts';
import { problemText } from '../workbench/problem-text.ts';
import { projectPath } from '../workbench/project-exercise.ts';
import { verdictSummary } from '../workbench/verdict-summary.ts';
import type { Verdict } from '../workbench/verdict.ts';

type Telling = { readonly root: string; readonly translations: Readonly<Record<string, string>> };

/** What a test of Vitest throws where the page's requirement failed: the words of the page, at the learner's line. */
export function thrownBy({ errors }: TestReport, telling: Telling): Error | undefined {
  const [first, ...more] = errors.map((error) => asError(error, telling));
  return more.length === 0 ? first : new AggregateError([first, ...more], first!.message);
}

/** What there is to say of a run that judged no test. */
export function unjudged(
  verdict: Verdict,
  telling: Telling & { readonly locale: Locale },
): Error | undefined {
  if (verdict.kind === 'passed' || verdict.kind === 'failed') return undefined;
  const words = workbenchMessagesFor(telling.locale);
  const summary = verdictSummary(verdict, telling.translations, words);
  switch (verdict.kind) {
    case 'refused': {
      const lines = verdict.problems.map(
        (problem) =>
          `${projectPath(problem.path)}:${problem.line}:${problem.column} ${problemText(problem, words)}`,
      );
      return placed(new Error([summary, ...lines].join('\n')), verdict.problems, telling.root);
    }
    case 'crashed': {
      const thrown = verdict.crash.kind === 'error' ? verdict.crash.errors : [];
      const lines = thrown.map(({ name, message }) => `${name}: ${message}`);
      return placed(new Error([summary, ...lines].join('\n')), thrown[0]?.frames ?? [], telling.root);
    }
    case 'unavailable':
      return new Error(`${summary}\n${verdict.detail}`);
    default:
      return placed(new Error(summary), [], telling.root);
  }
}

/** Writes what the learner's code wrote during a test. */
export function printedConsole(verdict: Verdict, test: string): void {
  if (verdict.kind !== 'passed' && verdict.kind !== 'failed') return;
  for (const entry of verdict.report.console) {
    if (entry.test === test) console[entry.level](entry.text);
  }
}

function asError(report: ErrorReport, { root, translations }: Telling): Error {
  const { lesson, comparison } = splitMessage(report);
  const message = lesson === undefined ? comparison : `${translate(lesson, translations)}: ${comparison}`;
  const error = Object.assign(new Error(message), {
    name: report.name,
    ...(report.expected === undefined ? {} : { expected: report.expected, actual: report.actual }),
  });
  return placed(error, report.frames, root);
}

/** The error at places of the learner's files: Vitest shows the lines that the stack names. */
function placed(
  error: Error,
  frames: readonly { readonly path: string; readonly line: number; readonly column: number }[],
  root: string,
): Error {
  const lines = frames.map(
    ({ path, line, column }) => `    at ${join(root, projectPath(path))}:${line}:${column}`,
  );
  error.stack = [`${error.name}: ${error.message}`, ...lines].join('\n');
  return error;
}
