import { fill } from '../i18n/fill.ts';
import { translate } from '../i18n/translate.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { TestReport } from '../sandbox/report.ts';

type MutantGalleryProps = {
  readonly tests: readonly TestReport[];
  readonly translations: Readonly<Record<string, string>>;
  readonly words: WorkbenchMessages;
};

/** The faulty variants on which the learner's tests were tried; those that a test noticed are crossed out. */
export function MutantGallery({ tests, translations, words }: MutantGalleryProps) {
  const mutants = tests.filter(({ faulty, state }) => faulty && state !== 'skipped');
  if (mutants.length === 0) return null;
  const noticed = mutants.filter(({ state }) => state === 'passed');
  return (
    <figure class="mutants">
      <figcaption>
        {fill(words['mutants.title'], { noticed: noticed.length, count: mutants.length })}
      </figcaption>
      <ul>
        {mutants.map(({ name, state, faulty }) => (
          <li key={name} data-mutant={state === 'passed' ? 'noticed' : 'survived'}>
            {state === 'passed' ? (
              <s>{translate(name, translations)}</s>
            ) : (
              <span>{translate(name, translations)}</span>
            )}
            <span class="mutant-state">
              {words[state === 'passed' ? 'mutants.noticed' : 'mutants.survived']}
            </span>
            {faulty?.noticedBy !== undefined && (
              <span class="mutant-test">{fill(words['mutants.by'], { test: faulty.noticedBy })}</span>
            )}
          </li>
        ))}
      </ul>
    </figure>
  );
}
