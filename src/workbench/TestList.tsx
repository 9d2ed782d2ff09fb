import type { EditorPlace } from '../editor/editor.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { TestReport } from '../sandbox/report.ts';
import { ErrorDetails } from './ErrorDetails.tsx';
import { translate } from '../i18n/translate.ts';

type TestListProps = {
  readonly tests: readonly TestReport[];
  readonly translations: Readonly<Record<string, string>>;
  readonly onReveal: (place: EditorPlace) => void;
  readonly words: WorkbenchMessages;
};

/** The requirements as a checklist. The first that failed is open. */
export function TestList({ tests, translations, onReveal, words }: TestListProps) {
  const firstFailed = tests.find(({ state }) => state === 'failed');
  return (
    <ul class="tests">
      {tests.map((test) => {
        const name = translate(test.name, translations);
        const mark = <span class="test-mark">{words[`test.${test.state}`]}</span>;
        return (
          <li key={test.name} data-state={test.state}>
            {test.errors.length === 0 ? (
              <p class="test-name">
                {mark} {name}
              </p>
            ) : (
              <details open={test === firstFailed}>
                <summary class="test-name">
                  {mark} {name}
                </summary>
                {test.errors.map((error, index) => (
                  <ErrorDetails
                    key={index}
                    error={error}
                    translations={translations}
                    onReveal={onReveal}
                    words={words}
                  />
                ))}
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
