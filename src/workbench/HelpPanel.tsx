import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { readHelp, recordSolution, type Help } from '../progress/help.ts';
import { onProgress } from '../progress/passed.ts';
import type { Solution, WorkbenchExercise } from './exercise-bundle.ts';
import { HiddenTests } from './HiddenTests.tsx';
import { helpSummary } from './help-summary.ts';

type HelpPanelProps = {
  readonly exercise: WorkbenchExercise;
  /** JSON: Solution[]; none where the host shows no solutions */
  readonly url: string | undefined;
  /** JSON: Sources of the hidden tests */
  readonly tests: string;
  readonly editor: 'monaco' | 'plain';
  /** The learner's files as they are. */
  readonly mine: Sources;
  readonly onStart: (solution: Sources) => void;
  readonly words: WorkbenchMessages;
};

type View =
  | { readonly kind: 'closed' | 'loading' | 'unreachable' }
  | {
      readonly kind: 'shown';
      readonly solutions: readonly Solution[];
      readonly Comparison: typeof import('./Comparison.tsx').Comparison;
    };

/** The last steps of the ladder: solution and alternatives, asked for once more before passing; and what was opened. */
export function HelpPanel({ exercise, url, tests, editor, mine, onStart, words }: HelpPanelProps) {
  const [help, setHelp] = useState<Help>();
  const [view, setView] = useState<View>({ kind: 'closed' });
  const button = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const confirmed = useRef(false);
  useEffect(() => {
    const refresh = () => void readHelp(exercise.id).then(setHelp);
    refresh();
    onProgress(refresh);
  }, []);

  const show = async (solutions: string) => {
    setView({ kind: 'loading' });
    try {
      setView({ kind: 'shown', ...(await load(solutions)) });
      await recordSolution(exercise.id);
    } catch {
      setView({ kind: 'unreachable' });
    }
  };
  const press = (solutions: string) => {
    if (view.kind === 'loading') return;
    if (view.kind === 'shown') return setView({ kind: 'closed' });
    if (help?.passedAt !== undefined || confirmed.current) return void show(solutions);
    dialog.current!.returnValue = '';
    dialog.current!.showModal();
  };
  const answer = (solutions: string) => {
    button.current?.focus();
    if (dialog.current?.returnValue !== 'show') return;
    confirmed.current = true;
    void show(solutions);
  };

  const closedHints = exercise.hints - (help?.hintsAt.length ?? 0);
  return (
    <section class="bench-help">
      <div class="help-bar">
        <p class="help-summary">{help && helpSummary(help, words)}</p>
        {url !== undefined && (
          <button
            type="button"
            ref={button}
            aria-expanded={view.kind === 'shown'}
            disabled={!help}
            onClick={() => press(url)}
          >
            {words[view.kind === 'shown' ? 'help.close' : 'help.compare']}
          </button>
        )}
      </div>
      <HiddenTests url={tests} passed={help?.passedAt !== undefined} editor={editor} words={words} />
      <output class="help-status">
        {(view.kind === 'loading' || view.kind === 'unreachable') && words[`help.${view.kind}`]}
      </output>
      {url !== undefined && (
        <dialog ref={dialog} class="help-question" aria-label={words['help.ask']} onClose={() => answer(url)}>
          <form method="dialog">
            <p class="help-ask">{words['help.ask']}</p>
            <p>{words['help.ask-text']}</p>
            {closedHints > 0 && <p>{fill(words['help.ask-hints'], { count: closedHints })}</p>}
            <div class="help-answers">
              <button value="">{words['help.decline']}</button>
              <button value="show">{words['help.confirm']}</button>
            </div>
          </form>
        </dialog>
      )}
      {view.kind === 'shown' && (
        <view.Comparison
          key={editor}
          exercise={exercise.id}
          solutions={view.solutions}
          editor={editor}
          mine={mine}
          onStart={onStart}
          words={words}
        />
      )}
    </section>
  );
}

async function load(url: string) {
  const [{ fetchJson }, { Comparison }] = await Promise.all([
    import('./engine.ts'),
    import('./Comparison.tsx'),
  ]);
  return { Comparison, solutions: await fetchJson<readonly Solution[]>(url) };
}
