import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import { workbenchMessagesFor } from '../i18n/workbench.ts';
import { createBench, sleepingBench } from './bench.ts';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { FileTabs } from './FileTabs.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import { problemText } from './problem-text.ts';
import { Toolbar } from './Toolbar.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';

type WorkbenchProps = {
  readonly locale: Locale;
  readonly exercise: WorkbenchExercise;
  readonly files: WorkbenchFiles;
  /** The starter as the page shows it without JavaScript; it stays until the editor takes its place. */
  readonly children?: ComponentChildren;
};

/** The island: editor, Run and verdict of one exercise. Nothing heavy is loaded before the learner comes to it. */
export default function Workbench({ locale, exercise, files, children }: WorkbenchProps) {
  const words = workbenchMessagesFor(locale);
  const [state, tell] = useState(() => sleepingBench(exercise));
  const host = useRef<HTMLDivElement>(null);
  const starter = useRef<HTMLDivElement>(null);
  const bench = useMemo(
    () =>
      createBench(
        exercise,
        files,
        {
          editorLabel: (path) => fill(words['bench.editor-label'], { file: path.replace('./', '') }),
          problem: (problem) => problemText(problem, words),
        },
        tell,
      ),
    [],
  );
  const open = () => {
    if (host.current) void bench.open(host.current);
  };

  useEffect(() => {
    // A click into the code opens the editor too; with the keyboard the button does.
    starter.current?.addEventListener('click', open);
    if (host.current) void bench.wake(host.current);
    return () => bench.dispose();
  }, []);

  const isOpen = state.editor === 'monaco' || state.editor === 'plain';
  return (
    <div class="bench" data-editor={state.editor}>
      <FileTabs exercise={exercise} shown={state.shown} onShow={bench.show} words={words} enabled={isOpen} />
      {!isOpen && (
        <div class="bench-starter" ref={starter}>
          {children}
        </div>
      )}
      <div class="bench-editor" ref={host} hidden={!isOpen} />
      {state.editor === 'plain' && <p class="bench-notice">{words['bench.plain-editor']}</p>}
      {state.unreachable && <p class="bench-notice">{words['bench.unreachable']}</p>}
      {state.forgetful && <p class="bench-notice">{words['bench.forgetful']}</p>}
      <Toolbar bench={bench} state={state} onOpen={open} words={words} />
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
      {isOpen && (
        <HelpPanel
          exercise={exercise}
          url={files.solutions}
          editor={state.editor}
          mine={bench.files()}
          words={words}
        />
      )}
    </div>
  );
}
