import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Report } from '../sandbox/report.ts';
import { translate } from '../i18n/translate.ts';

type ConsoleLinesProps = {
  readonly report: Report;
  readonly translations: Readonly<Record<string, string>>;
  readonly words: WorkbenchMessages;
};

/** What the code wrote to the console, with its level and the test that ran. */
export function ConsoleLines({ report, translations, words }: ConsoleLinesProps) {
  if (report.console.length === 0) return null;
  return (
    <details class="console">
      <summary>{fill(words['console.title'], { count: report.console.length })}</summary>
      <ol>
        {report.console.map(({ level, text, test }, index) => (
          <li key={index} data-level={level}>
            {test !== undefined && test !== report.console[index - 1]?.test && (
              <p class="console-test">{translate(test, translations)}</p>
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
