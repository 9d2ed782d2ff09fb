import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale, Messages } from '../i18n/index.ts';
import { hasDraft } from '../progress/drafts.ts';
import { hasLastVerdict } from '../progress/last-verdict.ts';
import { download } from './download.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { FileTabs, tabPanel, tabsOf } from './FileTabs.tsx';
import type { HeadingTag } from './Heading.tsx';
import { whenCodeLinkWaits } from './received-link.ts';
import { importWorkbench, scripts } from './site-files.ts';

type WorkbenchProps = {
  readonly locale: Locale;
  readonly exercise: WorkbenchExercise;
  readonly files: WorkbenchFiles;
  readonly words: ClosedWords;
  readonly heading: HeadingTag;
  /** The starter as the page shows it without JavaScript; it stays until the editor takes its place. */
  readonly children?: ComponentChildren;
};

/** The page brings these; all other words come when the workbench opens. */
export type ClosedWords = Pick<
  Messages,
  'bench.files' | 'bench.read-only' | 'bench.open' | 'bench.opening' | 'bench.unreachable'
>;

type State =
  /** `asleep` until the page's script runs; before that a press would be lost. */
  | { readonly kind: 'asleep' | 'closed' | 'opening' | 'unreachable' }
  | { readonly kind: 'open'; readonly OpenWorkbench: typeof import('./OpenWorkbench.tsx').OpenWorkbench };

/**
 * The island as it stands in a lesson: the starter, and a button. All that makes a workbench of it is loaded when the
 * learner opens it, comes back to a draft or a verdict, or followed a link to code.
 */
export default function Workbench({ locale, exercise, files, words, heading, children }: WorkbenchProps) {
  const [state, setState] = useState<State>({ kind: 'asleep' });
  const starter = useRef<HTMLDivElement>(null);
  const isOpen = useRef(false);
  const open = async () => {
    if (isOpen.current) return;
    isOpen.current = true;
    setState({ kind: 'opening' });
    try {
      await Promise.all(scripts.workbench().map(({ url }) => download(url)));
      setState({ kind: 'open', ...(await importWorkbench()) });
    } catch {
      setUnreachable();
    }
  };
  const setUnreachable = () => {
    isOpen.current = false;
    setState({ kind: 'unreachable' });
  };

  useEffect(() => {
    // A click into the code opens the editor too; with the keyboard the button does.
    starter.current?.addEventListener('click', () => void open());
    setState({ kind: 'closed' });
    void hasDraft(exercise.id).then((isBegun) =>
      isBegun || hasLastVerdict(exercise.id) ? open() : undefined,
    );
    return whenCodeLinkWaits(exercise.id, () => void open());
  }, []);

  return (
    <div class="bench">
      {state.kind === 'open' ? (
        <state.OpenWorkbench
          locale={locale}
          exercise={exercise}
          files={files}
          closedWords={words}
          heading={heading}
          onUnreachable={setUnreachable}
        >
          {children}
        </state.OpenWorkbench>
      ) : (
        <>
          <FileTabs
            exercise={exercise}
            tabs={tabsOf(exercise, words['bench.read-only'])}
            shown={exercise.opens}
            label={words['bench.files']}
          />
          <div class="bench-starter" ref={starter} {...tabPanel(exercise, exercise.opens)}>
            {children}
          </div>
          {state.kind === 'unreachable' && <p class="bench-notice">{words['bench.unreachable']}</p>}
          <div class="bench-toolbar">
            <button
              type="button"
              class="primary"
              onClick={() => void open()}
              disabled={state.kind === 'asleep' || state.kind === 'opening'}
            >
              {words[state.kind === 'opening' ? 'bench.opening' : 'bench.open']}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
