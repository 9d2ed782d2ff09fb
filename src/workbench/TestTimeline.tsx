import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../i18n/index.ts';
import { translate } from '../i18n/translate.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Recording, Recordings } from '../sandbox/recording.ts';
import type { ErrorReport, TestReport } from '../sandbox/report.ts';
import { splitMessage } from '../sandbox/split-message.ts';
import { CompareWithOurs } from './CompareWithOurs.tsx';
import { downloadIntact } from './download.ts';
import { FaultReason } from './FaultReason.tsx';
import { faultOf, type FaultKind } from './load-fault.ts';
import { importTimeline, scripts } from './workbench-files.ts';

type TestTimelineProps = {
  readonly test: TestReport;
  readonly isOpen: boolean;
  /** In some test of the run something was recorded. */
  readonly isRecorded: boolean;
  /** Undefined until they are known, which is soon behind the verdict. */
  readonly recordings: Recordings | undefined;
  readonly translations: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

type View =
  | { readonly kind: 'loading' | FaultKind }
  | { readonly kind: 'shown'; readonly Timeline: typeof import('../timeline/Timeline.tsx').Timeline };

/** What happened in a test. The picture's script comes when the first one is opened. */
export function TestTimeline(props: TestTimelineProps) {
  const { test, isOpen, isRecorded, recordings, translations, locale, words } = props;
  const [error] = test.errors;
  const [isAsked, ask] = useState(isOpen);
  const recording = recordings?.get(test.name);
  const compared = { test: test.name, recording, locale, words };
  if (!test.recorded) {
    return test.state === 'failed' && isRecorded ? <CompareWithOurs {...compared} /> : null;
  }
  const isLost = recordings && !recording;
  if (isLost) return null;
  return (
    <details
      class="test-timeline"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) ask(true);
      }}
    >
      <summary>{words['timeline.open']}</summary>
      {isAsked && (
        <CompareWithOurs {...compared}>
          <LoadedTimeline
            recording={recording}
            pinned={error && failureText(error, translations)}
            locale={locale}
            words={words}
          />
        </CompareWithOurs>
      )}
    </details>
  );
}

/** What the author says about the failure, else the assertion itself. */
function failureText(error: ErrorReport, translations: TestTimelineProps['translations']): string {
  const { lesson, comparison } = splitMessage(error);
  return translate(lesson ?? comparison, translations);
}

let timeline: ReturnType<typeof importTimeline> | undefined;

/** Each failed test of each verdict asks for it. */
function timelineOnce(): ReturnType<typeof importTimeline> {
  timeline ??= Promise.all(scripts.timeline().map((file) => downloadIntact(file))).then(importTimeline);
  timeline.catch(() => (timeline = undefined));
  return timeline;
}

type LoadedTimelineProps = Pick<TestTimelineProps, 'locale' | 'words'> & {
  readonly recording: Recording | undefined;
  readonly pinned: string | undefined;
};

function LoadedTimeline({ recording, pinned, locale, words }: LoadedTimelineProps) {
  const [view, setView] = useState<View>({ kind: 'loading' });
  const load = async () => {
    setView({ kind: 'loading' });
    try {
      setView({ kind: 'shown', ...(await timelineOnce()) });
    } catch (error) {
      setView({ kind: faultOf(error) });
    }
  };
  useEffect(() => void load(), []);
  if (view.kind === 'shown' && recording) {
    return <view.Timeline recording={recording} locale={locale} pinned={pinned} />;
  }
  const fault = view.kind === 'loading' || view.kind === 'shown' ? undefined : view.kind;
  return (
    <p>
      {/* What comes in a moment is not worth interrupting the verdict for; what does not come is. */}
      {!fault && words['timeline.loading']}
      <output>
        {fault && (
          <>
            {words['timeline.missing']} <FaultReason fault={fault} words={words} />
          </>
        )}
      </output>{' '}
      {fault && (
        <button type="button" onClick={() => void load()}>
          {words['verdict.retry']}
        </button>
      )}
    </p>
  );
}
