import type { Messages } from '../i18n/index.ts';
import type { Report } from '../sandbox/report.ts';
import { translateTestName } from './test-names.ts';

type ConsoleLinesProps = {
  readonly report: Report;
  readonly testNames: Readonly<Record<string, string>>;
  readonly words: Messages;
};

/** What the code wrote to the console, with its level and the test that ran. */
export function ConsoleLines({ report, testNames, words }: ConsoleLinesProps) {
  if (report.console.length === 0) return null;
  return (
    <details class="console">
      <summary>{words['console.title'].replace('{count}', String(report.console.length))}</summary>
      <ol>
        {report.console.map(({ level, text, test }, index) => (
          <li key={index} data-level={level}>
            {test !== undefined && test !== report.console[index - 1]?.test && (
              <p class="console-test">{translateTestName(test, testNames)}</p>
            )}
            <pre>
              {level !== 'log' && <b>{level} </b>}
              {text}
            </pre>
          </li>
        ))}
      </ol>
      {report.consoleCut && <p>{words['console.cut']}</p>}
    </details>
  );
}
