import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale, Messages } from '../i18n/index.ts';
import { hasDraft } from '../progress/drafts.ts';
import { hasLastVerdict } from '../progress/last-verdict.ts';
import { downloadIntact } from './download.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { FileTabs, tabPanel, tabsOf } from './FileTabs.tsx';
import type { HeadingTag } from './Heading.tsx';
import { faultOf, type FaultKind } from './load-fault.ts';
import { reloadHelps, reloadPage } from './new-version.ts';
import { whenCodeLinkWaits } from './received-link.ts';
import { importWorkbench, workbenchScripts } from './site-files.ts';

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
  'bench.files' | 'bench.read-only' | 'bench.open' | 'bench.opening' | `bench.${Missing}` | 'bench.reload'
>;

/** Why there is no editor: `newer` the site, than this page. */
type Missing = FaultKind | 'newer';

type State =
  /** `asleep` until the page's script runs; before that a press would be lost. */
  | { readonly kind: 'asleep' | 'closed' | 'opening' | Missing }
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
      await Promise.all(workbenchScripts().map((file) => downloadIntact(file)));
      setState({ kind: 'open', ...(await importWorkbench()) });
    } catch (error) {
      void setMissing(faultOf(error));
    }
  };
  const setMissing = async (fault: FaultKind) => {
    isOpen.current = false;
    setState({ kind: fault });
    if (await reloadHelps(files)) setState((now) => (now.kind === fault ? { kind: 'newer' } : now));
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
          onUnreachable={(fault) => void setMissing(fault)}
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
          <output class={isMissing(state.kind) ? 'bench-notice bench-missing' : undefined}>
            {isMissing(state.kind) && words[`bench.${state.kind}`]}
          </output>
          <div class="bench-toolbar">
            <button
              type="button"
              class="primary"
              onClick={() => void (state.kind === 'newer' ? reloadPage(files, nothingToSave) : open())}
              disabled={state.kind === 'asleep' || state.kind === 'opening'}
            >
              {words[labelOf(state.kind)]}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

const isMissing = (kind: State['kind']): kind is Missing =>
  kind === 'unreachable' || kind === 'damaged' || kind === 'newer';

const labelOf = (kind: State['kind']) =>
  kind === 'opening' ? 'bench.opening' : kind === 'newer' ? 'bench.reload' : 'bench.open';

const nothingToSave = () => Promise.resolve(true);
