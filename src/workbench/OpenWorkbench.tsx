import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import { workbenchMessagesFor } from '../i18n/workbench.ts';
import { createBench, openingBench } from './bench.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { DownloadBar } from './DownloadBar.tsx';
import { FileTabs } from './FileTabs.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import { problemText } from './problem-text.ts';
import { isRejection, RejectionReport } from './RejectionReport.tsx';
import { ScratchPanel } from './ScratchPanel.tsx';
import { withScratchTab } from './scratch-start.ts';
import { Toolbar } from './Toolbar.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';
import type { ClosedWords } from './Workbench.tsx';

type OpenWorkbenchProps = {
  readonly locale: Locale;
  readonly exercise: WorkbenchExercise;
  readonly files: WorkbenchFiles;
  readonly closedWords: ClosedWords;
  /** No editor could be loaded, not even the plain one. */
  readonly onUnreachable: () => void;
  /** The starter, shown until the editor stands. */
  readonly children?: ComponentChildren;
};

/** Editor, Run and verdict of one exercise. */
export function OpenWorkbench(props: OpenWorkbenchProps) {
  const { locale, exercise, files, closedWords, onUnreachable, children } = props;
  const words = workbenchMessagesFor(locale);
  const [state, tell] = useState(() => openingBench(exercise));
  const host = useRef<HTMLDivElement>(null);
  const bench = useMemo(
    () =>
      createBench(
        exercise,
        files,
        {
          editorLabel: (path) => fill(words['bench.editor-label'], { file: path.replace('./', '') }),
          problem: (problem) => problemText(problem, words),
          scratchComment: words['scratch.comment'],
        },
        tell,
      ),
    [],
  );
  useEffect(() => {
    void bench.open(host.current!);
    return () => bench.dispose();
  }, []);
  useEffect(() => {
    if (state.editor === 'unreachable') onUnreachable();
  }, [state.editor]);

  const { editor } = state;
  const isOpen = editor === 'monaco' || editor === 'plain';
  const verdict = state.run?.kind === 'judged' ? state.run.verdict : undefined;
  const downloadBar = (
    <DownloadBar
      download={state.download}
      // A verdict that says so has a button of its own.
      missing={verdict?.kind === 'unavailable' ? undefined : state.missing}
      onRetry={() => void bench.loadAgain()}
      words={words}
    />
  );
  const rejected = verdict && isRejection(verdict) ? verdict : undefined;
  return (
    <>
      <FileTabs
        exercise={state.scratch.open ? withScratchTab(exercise) : exercise}
        shown={state.shown}
        onShow={isOpen ? bench.show : undefined}
        words={closedWords}
      />
      {!isOpen && <div class="bench-starter">{children}</div>}
      <div class="bench-editor" ref={host} hidden={!isOpen} />
      {state.forgetful && <p class="bench-notice">{words['bench.forgetful']}</p>}
      {isOpen ? (
        <>
          <Toolbar bench={bench} state={state} words={words} />
          {downloadBar}
          {state.scratch.run && (
            <ScratchPanel
              run={state.scratch.run}
              onReveal={bench.reveal}
              onRetry={bench.runScratch}
              words={words}
            />
          )}
          {state.fromBefore && <p class="verdict-before">{words['before.text']}</p>}
          <VerdictPanel
            run={state.run}
            stale={state.stale}
            download={state.download}
            feedback={exercise.feedback}
            translations={exercise.translations}
            onReveal={bench.reveal}
            onRetry={() => void bench.run()}
            locale={locale}
            words={words}
          />
          {rejected && (
            <RejectionReport
              exercise={exercise}
              verdict={rejected}
              files={state.judged}
              locale={locale}
              words={words}
            />
          )}
          <HelpPanel
            exercise={exercise}
            url={files.solutions}
            tests={files.tests}
            editor={editor}
            mine={bench.files()}
            words={words}
          />
        </>
      ) : (
        <>
          <div class="bench-toolbar">
            <button type="button" class="primary" disabled>
              {closedWords['bench.opening']}
            </button>
          </div>
          {downloadBar}
        </>
      )}
    </>
  );
}
