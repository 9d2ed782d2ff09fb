import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import { workbenchMessagesFor } from '../i18n/workbench.ts';
import { readPreferences } from '../progress/preferences.ts';
import { createBench, openingBench } from './bench.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { editorWords } from './editor-words.ts';
import { OpenFileTabs } from './OpenFileTabs.tsx';
import { tabPanel } from './FileTabs.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import { problemText } from './problem-text.ts';
import { Toolbar } from './Toolbar.tsx';
import { TypeErrors } from './TypeErrors.tsx';
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
          editor: editorWords(words, locale),
          problem: (problem) => problemText(problem, words),
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
  return (
    <>
      <OpenFileTabs
        bench={bench}
        state={state}
        exercise={exercise}
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
      {state.diagnostics && (
        <TypeErrors diagnostics={state.diagnostics} onReveal={bench.reveal} locale={locale} words={words} />
      )}
      {editor === 'plain' && readPreferences().editor !== 'plain' && (
        <p class="bench-notice">{words['bench.plain-editor']}</p>
      )}
      {state.forgetful && <p class="bench-notice">{words['bench.forgetful']}</p>}
      {isOpen ? (
        <>
          <Toolbar bench={bench} state={state} words={words} />
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
          <HelpPanel
            exercise={exercise}
            url={files.solutions}
            editor={editor}
            mine={bench.files()}
            words={words}
          />
        </>
      ) : (
        <div class="bench-toolbar">
          <button type="button" class="primary" disabled>
            {closedWords['bench.opening']}
          </button>
        </div>
      )}
    </>
  );
}
