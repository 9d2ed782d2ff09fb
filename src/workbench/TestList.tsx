import type { EditorPlace } from '../editor/editor.ts';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Recordings } from '../sandbox/recording.ts';
import type { ConsoleEntry, TestReport } from '../sandbox/report.ts';
import { CaseCards } from './CaseCards.tsx';
import { TestConsole } from './ConsoleLines.tsx';
import { formatDuration } from './duration.ts';
import { ErrorDetails } from './ErrorDetails.tsx';
import { TestTimeline } from './TestTimeline.tsx';
import { translate } from '../i18n/translate.ts';

type TestListProps = {
  readonly tests: readonly TestReport[];
  /** Undefined until they are known. */
  readonly recordings: Recordings | undefined;
  /** Of the whole run. */
  readonly console: readonly ConsoleEntry[];
  readonly translations: Readonly<Record<string, string>>;
  readonly onReveal: (place: EditorPlace) => void;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

/** So many passed requirements stand between the failed ones; more are folded away. */
const passedShown = 4;
/** A test that took less has no time beside it. */
const slowMs = 50;

/** The requirements as a checklist. The first that failed is open. */
export function TestList({ tests, ...props }: TestListProps) {
  const isRecorded = tests.some(({ recorded }) => recorded);
  const firstFailed = tests.find(({ state }) => state === 'failed');
  const passed = tests.filter(({ state }) => state === 'passed');
  const isFolded = firstFailed !== undefined && passed.length > passedShown;
  const rows = (shown: readonly TestReport[]) => (
    <ul class="tests">
      {shown.map((test) => (
        <li key={test.name} data-state={test.state}>
          <TestRow test={test} isOpen={test === firstFailed} isRecorded={isRecorded} {...props} />
        </li>
      ))}
    </ul>
  );
  if (!isFolded) return rows(tests);
  return (
    <>
      {rows(tests.filter(({ state }) => state !== 'passed'))}
      <details class="tests-passed" data-state="passed">
        <summary>
          <span class="test-mark">{props.words['test.passed']}</span>{' '}
          {fill(props.words['tests.passed'], { count: passed.length })}
        </summary>
        {rows(passed)}
      </details>
    </>
  );
}

function TestRow({
  test,
  isOpen,
  isRecorded,
  recordings,
  console,
  translations,
  onReveal,
  locale,
  words,
}: Omit<TestListProps, 'tests'> & {
  readonly test: TestReport;
  readonly isOpen: boolean;
  readonly isRecorded: boolean;
}) {
  const name = (
    <>
      <span class="test-mark">{words[`test.${test.state}`]}</span> {translate(test.name, translations)}
      {test.durationMs > slowMs && (
        <>
          {' '}
          <span class="test-time">{formatDuration(test.durationMs, locale)}</span>
        </>
      )}
    </>
  );
  const timeline = (
    <TestTimeline
      test={test}
      isOpen={isOpen}
      isRecorded={isRecorded}
      recordings={recordings}
      translations={translations}
      locale={locale}
      words={words}
    />
  );
  if (test.errors.length === 0) {
    return (
      <>
        <p class="test-name">{name}</p>
        {timeline}
      </>
    );
  }
  return (
    <details open={isOpen}>
      <summary class="test-name">{name}</summary>
      {test.case && <CaseCards shown={test.case} locale={locale} words={words} />}
      {test.errors.map((error, index) => (
        <ErrorDetails
          key={index}
          error={error}
          translations={translations}
          onReveal={onReveal}
          words={words}
        />
      ))}
      {timeline}
      <TestConsole entries={console.filter((entry) => entry.test === test.name)} words={words} />
    </details>
  );
}
