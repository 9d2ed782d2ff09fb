import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../i18n/index.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { TestReport } from '../sandbox/report.ts';
import { downloadIntact } from './download.ts';
import { FaultReason } from './FaultReason.tsx';
import { faultOf, type FaultKind } from './load-fault.ts';
import { importTimeline, scripts } from './site-files.ts';

type TestTimelineProps = {
  readonly test: TestReport;
  readonly isOpen: boolean;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

type View =
  | { readonly kind: 'loading' | FaultKind }
  | { readonly kind: 'shown'; readonly Timeline: typeof import('../timeline/Timeline.tsx').Timeline };

/** What happened in a test. The picture's script comes when the first one is opened. */
export function TestTimeline({ test, isOpen, locale, words }: TestTimelineProps) {
  const [isAsked, ask] = useState(isOpen);
  if (!test.recording) return null;
  return (
    <details
      class="test-timeline"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) ask(true);
      }}
    >
      <summary>{words['timeline.open']}</summary>
      {isAsked && <LoadedTimeline {...test} recording={test.recording} locale={locale} words={words} />}
    </details>
  );
}

function LoadedTimeline({
  recording,
  errors,
  locale,
  words,
}: Pick<TestTimelineProps, 'locale' | 'words'> &
  Pick<TestReport, 'errors'> & { readonly recording: NonNullable<TestReport['recording']> }) {
  const [view, setView] = useState<View>({ kind: 'loading' });
  const load = async () => {
    setView({ kind: 'loading' });
    try {
      await Promise.all(scripts.timeline().map((file) => downloadIntact(file)));
      setView({ kind: 'shown', ...(await importTimeline()) });
    } catch (error) {
      setView({ kind: faultOf(error) });
    }
  };
  useEffect(() => void load(), []);
  if (view.kind === 'shown') {
    return <view.Timeline recording={recording} locale={locale} pinned={errors[0]?.message} />;
  }
  return (
    <p>
      <output>
        {view.kind === 'loading' ? (
          words['timeline.loading']
        ) : (
          <>
            {words['timeline.missing']} <FaultReason fault={view.kind} words={words} />
          </>
        )}
      </output>{' '}
      {view.kind !== 'loading' && (
        <button type="button" onClick={() => void load()}>
          {words['verdict.retry']}
        </button>
      )}
    </p>
  );
}
