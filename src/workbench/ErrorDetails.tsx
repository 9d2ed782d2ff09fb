import type { EditorPlace } from '../editor/editor.ts';
import type { Messages } from '../i18n/index.ts';
import type { ErrorReport } from '../sandbox/report.ts';
import { PlaceLink } from './PlaceLink.tsx';

type ErrorDetailsProps = {
  readonly error: ErrorReport;
  readonly onReveal: (place: EditorPlace) => void;
  readonly words: Messages;
};

/** One error: what the test says about it, expected beside actual, and the learner's own line. */
export function ErrorDetails({ error, onReveal, words }: ErrorDetailsProps) {
  const [place] = error.frames;
  const { lesson, assertion } = splitMessage(error);
  return (
    <div class="error-details">
      {lesson !== undefined && <p class="error-lesson">{lesson}</p>}
      {assertion !== undefined && (
        <p class="error-message">
          <code>{error.assertion ? assertion : `${error.name}: ${assertion}`}</code>
        </p>
      )}
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

/** Vitest puts the text that the test gives before its own: `the text: expected 1 to be 2`. */
function splitMessage({ assertion, message }: ErrorReport): { lesson?: string; assertion?: string } {
  if (!assertion) return { assertion: message };
  const at = message.lastIndexOf(': expected ');
  if (at >= 0) return { lesson: message.slice(0, at), assertion: message.slice(at + 2) };
  return { assertion: message };
}
