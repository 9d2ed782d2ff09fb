import { useEffect, useRef, useState } from 'preact/hooks';
import type { Diagnostic, EditorPlace } from '../editor/editor.ts';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import { explainTypeError } from './explain-type-error.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { PlaceLink } from './PlaceLink.tsx';

type TypeErrorsProps = {
  readonly diagnostics: readonly Diagnostic[];
  readonly onReveal: (place: EditorPlace) => void;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

/** So long a count has to stand before it is read out: who is writing a line wants no word about its first half. */
const settledMs = 2_000;

/** What TypeScript finds while the learner writes: a count, and behind it each error with its line. */
export function TypeErrors({ diagnostics, onReveal, locale, words }: TypeErrorsProps) {
  const errors = diagnostics.filter(({ kind }) => kind === 'error');
  const hints = diagnostics.filter(({ kind }) => kind === 'hint');
  const count = countText(errors.length, words);
  return (
    <div class="type-errors" data-errors={errors.length > 0 ? '' : undefined}>
      <output class="sr-only">{useSettled(count)}</output>
      {diagnostics.length === 0 ? (
        <p>{count}</p>
      ) : (
        <details>
          <summary>
            <span class="type-errors-count">{count}</span>
            {hints.length > 0 && <span> {fill(words['types.hints'], { count: hints.length })}</span>}
          </summary>
          <ul>
            {[...errors, ...hints].map((diagnostic, index) => (
              <li key={index} data-kind={diagnostic.kind}>
                <span class="type-error-kind">{words[`types.${diagnostic.kind}`]}</span>{' '}
                <PlaceLink place={diagnostic} onReveal={onReveal} words={words} />
                <p>{explainTypeError(diagnostic, locale)}</p>
                <pre lang="en">
                  {diagnostic.message} <span class="type-error-code">TS{diagnostic.code}</span>
                </pre>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function countText(count: number, words: WorkbenchMessages): string {
  if (count === 0) return words['types.none'];
  return fill(words[count === 1 ? 'types.one' : 'types.many'], { count });
}

/** The text once it has stood a while; nothing for the one that was there from the beginning. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  const first = useRef(text);
  useEffect(() => {
    if (settled === '' && text === first.current) return undefined;
    const timer = setTimeout(() => setSettled(text), settledMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
