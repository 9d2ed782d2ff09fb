import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { ConsoleEntry, Report } from '../sandbox/report.ts';
import { Heading } from './Heading.tsx';
import { translate } from '../i18n/translate.ts';
import { visible } from '../i18n/visible.ts';

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
        {report.console.map((entry, index) => (
          <li key={index} data-level={entry.level}>
            {entry.test !== undefined && entry.test !== report.console[index - 1]?.test && (
              <p class="console-test">{translate(entry.test, translations)}</p>
            )}
            <ConsoleLine entry={entry} />
          </li>
        ))}
      </ol>
      {report.consoleCut && <p>{words['console.cut']}</p>}
    </details>
  );
}

const mostOfTest = 20;

/** What was written while one test ran, as far as it helps beside it. */
export function TestConsole({
  entries,
  words,
}: {
  readonly entries: readonly ConsoleEntry[];
  readonly words: WorkbenchMessages;
}) {
  if (entries.length === 0) return null;
  return (
    <div class="test-console">
      <Heading>{words['console.of-test']}</Heading>
      <ol>
        {entries.slice(0, mostOfTest).map((entry, index) => (
          <li key={index} data-level={entry.level}>
            <ConsoleLine entry={entry} />
          </li>
        ))}
      </ol>
      {entries.length > mostOfTest && (
        <p>{fill(words['console.more'], { count: entries.length - mostOfTest })}</p>
      )}
    </div>
  );
}

function ConsoleLine({ entry: { level, text } }: { readonly entry: ConsoleEntry }) {
  return (
    <pre>
      {level !== 'log' && <b>{level} </b>}
      {visible(text)}
    </pre>
  );
}
