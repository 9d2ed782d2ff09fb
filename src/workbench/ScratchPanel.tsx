import type { EditorPlace } from '../editor/editor.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { ConsoleEntry, ErrorReport } from '../sandbox/report.ts';
import { ErrorDetails } from './ErrorDetails.tsx';
import { FaultReason } from './FaultReason.tsx';
import type { FaultKind } from './load-fault.ts';
import { ProblemList } from './ProblemList.tsx';
import type { ScratchRun } from './run-scratch.ts';
import { verdictSummary } from './verdict-summary.ts';
import { judge } from './verdict.ts';

type ScratchPanelProps = {
  readonly run: ScratchRun;
  /** Why a part could not be loaded. */
  readonly fault: FaultKind | undefined;
  readonly onReveal: (place: EditorPlace) => void;
  readonly onRetry: () => Promise<void>;
  readonly words: WorkbenchMessages;
};

/** What the learner's own `main` writes, as it writes it. The headline is announced, the lines are not. */
export function ScratchPanel({ run, fault, onReveal, onRetry, words }: ScratchPanelProps) {
  const console = 'console' in run ? run.console : run.kind === 'over' ? run.report.console : [];
  const silent = run.kind === 'over' && run.report.ending.kind === 'ended' && console.length === 0;
  return (
    <section class="scratch" aria-label={words['scratch.console']} data-scratch={run.kind}>
      <output class="scratch-headline">
        {headline(run, words)}
        {silent && ` ${words['scratch.silent']}`}
      </output>
      {run.kind === 'refused' && <ProblemList problems={run.problems} onReveal={onReveal} words={words} />}
      {console.length > 0 && <Lines entries={console} label={words['scratch.console']} />}
      {run.kind === 'over' && run.report.consoleCut && <p>{words['console.cut']}</p>}
      {errorsOf(run).map((error, index) => (
        <ErrorDetails key={index} error={error} translations={{}} onReveal={onReveal} words={words} />
      ))}
      {run.kind === 'unavailable' && (
        <>
          <p>
            <FaultReason fault={fault} words={words} />
          </p>
          <p class="verdict-technical">{run.detail}</p>
          <button type="button" onClick={() => void onRetry()}>
            {words['verdict.retry']}
          </button>
        </>
      )}
    </section>
  );
}

type LinesProps = { readonly entries: readonly ConsoleEntry[]; readonly label: string };

const Lines = ({ entries, label }: LinesProps) => (
  // What can be scrolled has to be reached by Tab.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <ol class="scratch-lines" tabIndex={0} aria-label={label}>
    {entries.map(({ level, text }, index) => (
      <li key={index} data-level={level}>
        <pre>
          {level !== 'log' && <b>{level} </b>}
          {text}
        </pre>
      </li>
    ))}
  </ol>
);

function errorsOf(run: ScratchRun): readonly ErrorReport[] {
  if (run.kind !== 'over') return [];
  const { tests, loadErrors, uncaught, unhandledRejections } = run.report;
  return [...tests.flatMap(({ errors }) => errors), ...loadErrors, ...uncaught, ...unhandledRejections];
}

function headline(run: ScratchRun, words: WorkbenchMessages): string {
  switch (run.kind) {
    case 'compiling':
    case 'running':
    case 'stopped':
      return words[`scratch.${run.kind}`];
    case 'refused':
    case 'unavailable':
      return verdictSummary(run, {}, words);
    case 'over': {
      const { ending } = run.report;
      if (ending.kind === 'timed-out')
        return fill(words['scratch.timed-out'], { seconds: ending.limitMs / 1000 });
      if (ending.kind !== 'ended') return verdictSummary(judge(run.report, []), {}, words);
      return words[errorsOf(run).length > 0 ? 'scratch.threw' : 'scratch.done'];
    }
  }
}
