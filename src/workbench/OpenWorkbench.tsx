import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import { workbenchMessagesFor } from '../i18n/workbench.ts';
import { createBench, openingBench } from './bench.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { DownloadBar } from './DownloadBar.tsx';
import { DraftNotice } from './DraftNotice.tsx';
import { editorWords } from './editor-words.ts';
import { tabPanel } from './FileTabs.tsx';
import { HeadingLevel, type HeadingTag } from './Heading.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import { OpenFileTabs } from './OpenFileTabs.tsx';
import './pane-separator.ts';
import { PlainNotice } from './PlainNotice.tsx';
import { problemText } from './problem-text.ts';
import { isRejection, RejectionReport } from './RejectionReport.tsx';
import { ScratchPanel } from './ScratchPanel.tsx';
import { withScratchTab } from './scratch-start.ts';
import { ShortcutList } from './ShortcutList.tsx';
import { StorageNotice } from './StorageNotice.tsx';
import { Toolbar } from './Toolbar.tsx';
import { TypeErrors } from './TypeErrors.tsx';
import { useSharing } from './use-sharing.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { VerdictPanel } from './VerdictPanel.tsx';
import type { FaultKind } from './load-fault.ts';
import { NewVersion } from './NewVersion.tsx';
import type { ClosedWords } from './Workbench.tsx';

type OpenWorkbenchProps = {
  readonly locale: Locale;
  readonly exercise: WorkbenchExercise;
  readonly files: WorkbenchFiles;
  readonly closedWords: ClosedWords;
  readonly heading: HeadingTag;
  /** No editor could be loaded, not even the plain one. */
  readonly onUnreachable: (fault: FaultKind) => void;
  /** The starter, shown until the editor stands. */
  readonly children?: ComponentChildren;
};

/** Editor, Run and verdict of one exercise. */
export function OpenWorkbench(props: OpenWorkbenchProps) {
  const { locale, exercise, files, closedWords, heading, onUnreachable, children } = props;
  const words = workbenchMessagesFor(locale);
  const [state, tell] = useState(() => openingBench(exercise));
  const host = useRef<HTMLDivElement>(null);
  const bench = useMemo(
    () =>
      createBench(
        exercise,
        files,
        {
          editorLabel: (path, kind) =>
            fill(words[kind === 'plain' ? 'plain.label' : 'bench.editor-label'], {
              file: path.replace('./', ''),
            }),
          editor: editorWords(words, locale),
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
    if (state.editor === 'unreachable') onUnreachable(state.faults.editor ?? 'unreachable');
  }, [state.editor]);

  const [hasKeys, turnKeys] = useShortcuts();
  const openShortcuts = useRef<() => void>();
  const sharing = useSharing({ bench, state, exercise, files, locale, words });
  const { editor } = state;
  const isOpen = editor === 'monaco' || editor === 'plain';
  const verdict = state.run?.kind === 'judged' ? state.run.verdict : undefined;
  const downloadBar = (
    <DownloadBar
      download={state.download}
      // A verdict that says so has a button of its own.
      incomplete={verdict?.kind === 'unavailable' ? undefined : state.incomplete}
      fault={state.faults.compiler}
      onRetry={() => void bench.loadAgain()}
      words={words}
    />
  );
  const rejected = verdict && isRejection(verdict) ? verdict : undefined;
  return (
    <HeadingLevel.Provider value={heading}>
      {sharing.proposal}
      <OpenFileTabs
        bench={bench}
        state={state}
        exercise={state.scratch.open ? withScratchTab(exercise) : exercise}
        isOpen={isOpen}
        closedWords={closedWords}
        words={words}
      />
      {!isOpen && (
        <div class="bench-starter" {...tabPanel(exercise, state.shown)}>
          {children}
        </div>
      )}
      <div
        class="bench-editor"
        ref={host}
        hidden={!isOpen}
        {...(isOpen ? tabPanel(exercise, state.shown) : {})}
      />
      {isOpen && (
        <>
          {/* By its styles a page shows the one that fits it. */}
          <pane-separator data-pane="editorShare" aria-label={words['pane.editor']} />
          <pane-separator data-pane="editorHeight" aria-label={words['pane.editor']} />
        </>
      )}
      {state.diagnostics && (
        <TypeErrors diagnostics={state.diagnostics} onReveal={bench.reveal} locale={locale} words={words} />
      )}
      <PlainNotice
        state={state.fullEditor}
        fault={state.faults.editor}
        onRetry={bench.retryFullEditor}
        onReplaced={bench.focus}
        words={words}
      />
      <StorageNotice words={words} />
      <NewVersion files={files} onSave={bench.save} words={words} />
      {isOpen && (
        <DraftNotice
          exercise={exercise.id}
          editor={editor}
          question={state.question}
          mine={bench.files()}
          onAnswer={bench.answer}
          words={words}
        />
      )}
      {isOpen ? (
        <>
          <Toolbar
            bench={bench}
            state={state}
            items={[
              ...sharing.items,
              { label: words['keys.open'], onChoose: () => openShortcuts.current?.() },
            ]}
            hasKeys={hasKeys}
            words={words}
          />
          <ShortcutList
            editor={editor}
            isOn={hasKeys}
            onSwitch={turnKeys}
            onReady={(openList) => (openShortcuts.current = openList)}
            words={words}
          />
          {sharing.status}
          {downloadBar}
          <div class="bench-output">
            {state.scratch.run && (
              <ScratchPanel
                run={state.scratch.run}
                fault={state.faults.compiler}
                onReveal={bench.reveal}
                onRetry={bench.runScratch}
                words={words}
              />
            )}
            {state.fromBefore && <p class="verdict-before">{words['before.text']}</p>}
            <VerdictPanel
              run={state.run}
              recordings={state.recordings}
              files={files}
              stale={state.stale}
              download={state.download}
              fault={state.faults.compiler}
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
              onStart={bench.exchange}
              words={words}
            />
          </div>
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
    </HeadingLevel.Provider>
  );
}
