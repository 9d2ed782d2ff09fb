import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/index.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { EditorPlace } from '../editor/editor.ts';
import { pageAddress, siteRoot } from '../site-address.ts';
import { ConsoleLines } from './ConsoleLines.tsx';
import type { Recordings } from '../sandbox/recording.ts';
import type { Drawing } from '../sandbox/drawing.ts';
import type { DownloadState } from './downloads.ts';
import { FaultReason } from './FaultReason.tsx';
import type { FaultKind } from './load-fault.ts';
import { formatDuration } from './duration.ts';
import { Drawings } from './Drawings.tsx';
import { ErrorDetails } from './ErrorDetails.tsx';
import { Heading } from './Heading.tsx';
import { MistakeFeedback } from './MistakeFeedback.tsx';
import { MutantGallery } from './MutantGallery.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { RunState } from './run.ts';
import type { WorkbenchFiles } from './exercise-bundle.ts';
import { ReferenceFile, referenceFile } from './reference.ts';
import { TestList } from './TestList.tsx';
import { TravelPanel } from './TravelPanel.tsx';
import { useTravel, type Travel } from './use-travel.ts';
import { verdictSummary } from './verdict-summary.ts';
import type { Verdict } from './verdict.ts';

type VerdictPanelProps = {
  readonly run: RunState | undefined;
  /** Of the run that was judged last; undefined until they are known. */
  readonly recordings: Recordings | undefined;
  readonly files: WorkbenchFiles;
  readonly stale: boolean;
  readonly download: DownloadState | undefined;
  /** Why a part could not be loaded. */
  readonly fault: FaultKind | undefined;
  /** HTML by name of the known mistake, from the exercise's own text. */
  readonly feedback: Readonly<Record<string, string>>;
  readonly translations: Readonly<Record<string, string>>;
  readonly onReveal: (place: EditorPlace) => void;
  readonly onRetry: () => void;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

type Shown = { readonly travel: Travel };

/**
 * What the last Run said. The headline is announced; focus stays where it is. While the next one runs, the details of
 * the last stay, so that the page keeps its height.
 */
export function VerdictPanel(props: VerdictPanelProps) {
  const { run, stale, files, words } = props;
  const travel = useTravel(referenceFile(files));
  const verdict = run?.kind === 'judged' ? run.verdict : undefined;
  const last = useLastJudged(run);
  const isRunning = run !== undefined && run.kind !== 'judged';
  const wasStale = useRef(false);
  // Nothing below the headline moves when a run begins.
  if (!isRunning) wasStale.current = stale;
  const isOld = last !== undefined && wasStale.current;
  return (
    <div
      class="verdict"
      data-verdict={verdict?.kind ?? run?.kind}
      data-verdicts={last?.number}
      data-stale={isOld || undefined}
    >
      <output class="verdict-headline">
        {/* Announced and seen anew, though it says the same as the last time. */}
        <span key={last?.number}>{headline(props)}</span>
      </output>
      {isOld && <p class="verdict-stale">{words['verdict.stale']}</p>}
      {last && (
        <Fragment key={last.number}>
          <MistakeFeedback mistakes={last.run.mistakes} {...props} />
          <VerdictDetails verdict={last.run.verdict} travel={travel} {...props} />
        </Fragment>
      )}
    </div>
  );
}

type Judged = Extract<RunState, { kind: 'judged' }>;

/** The run that was judged last, and which one it was; none before the first, or after all was begun anew. */
function useLastJudged(
  run: RunState | undefined,
): { readonly run: Judged; readonly number: number } | undefined {
  const last = useRef<{ readonly run: Judged; readonly number: number }>();
  if (!run) last.current = undefined;
  if (run?.kind === 'judged' && run !== last.current?.run) {
    last.current = { run, number: (last.current?.number ?? 0) + 1 };
  }
  return last.current;
}

function headline({ run, download, translations, words }: VerdictPanelProps): string {
  switch (run?.kind) {
    case undefined:
      return '';
    case 'compiling':
      return words[download ? 'verdict.downloading' : 'verdict.compiling'];
    case 'testing':
      return words['verdict.testing'];
    case 'judged':
      return verdictSummary(run.verdict, translations, words);
  }
}

function VerdictDetails(props: VerdictPanelProps & Shown & { readonly verdict: Verdict }) {
  const { verdict, words, onReveal, onRetry, translations } = props;
  switch (verdict.kind) {
    case 'passed':
      return <RunDetails report={verdict.report} tests={verdict.report.tests} {...props} />;
    case 'failed':
      return <RunDetails report={verdict.report} tests={verdict.tests} {...props} />;
    case 'refused':
      return <ProblemList problems={verdict.problems} onReveal={onReveal} words={words} />;
    case 'crashed':
      return (
        <>
          {verdict.crash.kind === 'error' &&
            verdict.crash.errors.map((error, index) => (
              <ErrorDetails
                key={index}
                error={error}
                translations={translations}
                onReveal={onReveal}
                words={words}
              />
            ))}
          <ConsoleLines report={verdict.report} translations={translations} words={words} />
        </>
      );
    case 'timed-out':
      return <RunDetails report={verdict.report} tests={verdict.report.tests} {...props} />;
    case 'cancelled':
      return null;
    case 'unavailable':
      return (
        <>
          <p>
            <FaultReason fault={props.fault} words={words} />
          </p>
          <p class="verdict-technical">{verdict.detail}</p>
          <button type="button" onClick={onRetry}>
            {words['verdict.retry']}
          </button>{' '}
          <a href={pageAddress(`${siteRoot.replace(/\/$/, '')}/${props.locale}/doctor/`)}>
            {words['verdict.doctor']}
          </a>
        </>
      );
  }
}

function RunDetails({
  report,
  recordings,
  tests,
  translations,
  onReveal,
  files,
  travel,
  locale,
  words,
}: VerdictPanelProps & Shown & Pick<Extract<Verdict, { kind: 'failed' }>, 'report' | 'tests'>) {
  const drawn = (kind: Drawing['kind']) => report.drawings.filter((drawing) => drawing.kind === kind);
  const outside = [...report.loadErrors, ...report.uncaught, ...report.unhandledRejections];
  return (
    <>
      <Drawings drawings={drawn('wall')} locale={locale} words={words} />
      <MutantGallery tests={tests} translations={translations} words={words} />
      <p class="run-time">
        {fill(words['verdict.run-time'], { time: formatDuration(report.durationMs, locale) })}
      </p>
      <ReferenceFile.Provider value={referenceFile(files)}>
        <TestList
          tests={tests}
          recordings={recordings}
          console={report.console}
          translations={translations}
          onReveal={onReveal}
          locale={locale}
          words={words}
        />
      </ReferenceFile.Provider>
      {report.tape && <TravelPanel tape={report.tape} travel={travel} locale={locale} words={words} />}
      {/* Some are long, and a failure is read first. */}
      <Drawings drawings={drawn('board')} locale={locale} words={words} />
      {outside.length > 0 && <Heading>{words['verdict.outside-tests']}</Heading>}
      {outside.map((error, index) => (
        <ErrorDetails
          key={index}
          error={error}
          translations={translations}
          onReveal={onReveal}
          words={words}
        />
      ))}
      <ConsoleLines report={report} translations={translations} words={words} />
    </>
  );
}
