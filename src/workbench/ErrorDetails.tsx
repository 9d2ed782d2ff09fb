import type { EditorPlace } from '../editor/editor.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { translate } from '../i18n/translate.ts';
import type { ErrorReport } from '../sandbox/report.ts';
import { splitMessage } from '../sandbox/split-message.ts';
import { PlaceLink } from './PlaceLink.tsx';

type ErrorDetailsProps = {
  readonly error: ErrorReport;
  readonly translations: Readonly<Record<string, string>>;
  readonly onReveal: (place: EditorPlace) => void;
  readonly words: WorkbenchMessages;
};

/** One error: what the test says about it, expected beside actual, and the learner's own line. */
export function ErrorDetails({ error, translations, onReveal, words }: ErrorDetailsProps) {
  const [place] = error.frames;
  const { lesson, comparison } = splitMessage(error);
  return (
    <div class="error-details">
      {lesson !== undefined && <p class="error-lesson">{translate(lesson, translations)}</p>}
      <p class="error-message">
        <code>{error.assertion ? comparison : `${error.name}: ${translate(comparison, translations)}`}</code>
      </p>
      {error.expected !== undefined && error.actual !== undefined && (
        <dl class="error-values">
          <div>
            <dt>{words['error.expected']}</dt>
            <dd>
              <pre>{error.expected}</pre>
            </dd>
          </div>
          <div>
            <dt>{words['error.actual']}</dt>
            <dd>
              <pre>{error.actual}</pre>
            </dd>
          </div>
        </dl>
      )}
      {place && <PlaceLink place={place} onReveal={onReveal} words={words} />}
    </div>
  );
}
