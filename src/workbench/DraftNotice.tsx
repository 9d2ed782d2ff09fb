import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Bench } from './bench.ts';
import type { DraftQuestion } from './bench-draft.ts';
import { FileComparison } from './FileComparison.tsx';

type DraftNoticeProps = {
  readonly exercise: string;
  readonly editor: 'monaco' | 'plain';
  readonly question: DraftQuestion | undefined;
  /** The learner's files as they are. */
  readonly mine: Sources;
  readonly onAnswer: Bench['answer'];
  readonly words: WorkbenchMessages;
};

/** Asks which code is to stay, of two that are both kept until then: the learner's, or another tab's or a new starter. */
export function DraftNotice({ exercise, editor, question, mine, onAnswer, words }: DraftNoticeProps) {
  const status = useRef<HTMLOutputElement>(null);
  const [isComparing, setComparing] = useState(false);
  const [outcome, setOutcome] = useState('');
  const kind = question?.kind;
  useEffect(() => {
    setComparing(false);
    if (kind) setOutcome('');
  }, [kind]);

  const answer = (choice: 'mine' | 'other') => {
    setOutcome(words[choice === 'mine' ? 'draft.kept-mine' : 'draft.took-other']);
    onAnswer(choice);
    // The pressed button goes; what became of it is read where the question was.
    status.current?.focus({ preventScroll: true });
  };
  const text = kind ? words[`draft.${kind}`] : outcome;
  return (
    // Without words it is no landmark, but there: what is written into a live region that was hidden is not read out.
    <section class="draft-notice" data-asks={kind} aria-label={text ? words['draft.title'] : undefined}>
      <output ref={status} tabIndex={-1}>
        {text}
      </output>
      {question && (
        <div class="draft-answers">
          <button type="button" onClick={() => answer('mine')}>
            {words['draft.keep-mine']}
          </button>
          <button type="button" onClick={() => answer('other')}>
            {words[`draft.take-${question.kind}`]}
          </button>
          <button type="button" aria-expanded={isComparing} onClick={() => setComparing(!isComparing)}>
            {words[isComparing ? 'help.close' : 'draft.compare']}
          </button>
        </div>
      )}
      {question && isComparing && (
        <div class="comparison">
          <FileComparison
            key={editor}
            exercise={exercise}
            editor={editor}
            mine={mine}
            other={question.other}
            against="draft"
            labels={(file) => ({
              mine: fill(words['help.mine'], { file }),
              other: fill(words[`draft.other-${question.kind}`], { file }),
            })}
            filesLabel={words['draft.files']}
            words={{ signs: words[`draft.signs-${question.kind}`], columns: words['help.columns'] }}
          />
        </div>
      )}
    </section>
  );
}
