import type { EditorPlace } from '../editor/editor.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { translate } from '../i18n/translate.ts';
import { visible } from '../i18n/visible.ts';
import type { ErrorReport } from '../sandbox/report.ts';
import { splitMessage } from '../sandbox/split-message.ts';
import { differ } from '../sandbox/difference.ts';
import { DifferenceView, TwoValues } from './DifferenceView.tsx';
import { PlaceLink } from './PlaceLink.tsx';

type ErrorDetailsProps = {
  readonly error: ErrorReport;
  readonly translations: Readonly<Record<string, string>>;
  readonly onReveal: (place: EditorPlace) => void;
  readonly words: WorkbenchMessages;
};

/** One error: what the test says about it, what was expected and what came, and the learner's own line. */
export function ErrorDetails({ error, translations, onReveal, words }: ErrorDetailsProps) {
  const [place] = error.frames;
  const { lesson, comparison } = splitMessage(error);
  return (
    <div class="error-details">
      {lesson !== undefined && <p class="error-lesson">{visible(translate(lesson, translations))}</p>}
      <p class="error-message">
        <code>
          {visible(error.assertion ? comparison : `${error.name}: ${translate(comparison, translations)}`)}
        </code>
      </p>
      <ComparedValues error={error} words={words} />
      {place && <PlaceLink place={place} onReveal={onReveal} words={words} />}
    </div>
  );
}

/** Field by field where that shows the difference, else the values as they were printed. */
function ComparedValues({ error, words }: Pick<ErrorDetailsProps, 'error' | 'words'>) {
  const { comparison } = error;
  if (comparison && !comparison.expected) return <TwoValues actual={comparison.actual} words={words} />;
  const difference = comparison?.expected && differ(comparison.expected, comparison.actual);
  if (difference && difference.kind !== 'same') {
    return <DifferenceView difference={difference} words={words} />;
  }
  if (error.expected === undefined || error.actual === undefined) return null;
  return (
    <dl class="two-values">
      <div data-side="expected">
        <dt>{words['error.expected']}</dt>
        <dd>
          <pre>{visible(error.expected)}</pre>
        </dd>
      </div>
      <div data-side="actual">
        <dt>{words['error.actual']}</dt>
        <dd>
          <pre>{visible(error.actual)}</pre>
        </dd>
      </div>
    </dl>
  );
}
