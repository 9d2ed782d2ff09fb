import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Locale } from '../i18n/index.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Recording } from '../sandbox/recording.ts';
import { downloadIntact } from './download.ts';
import { FaultReason } from './FaultReason.tsx';
import { faultOf, type FaultKind } from './load-fault.ts';
import { loadRecording, ReferenceFile } from './reference.ts';
import { importBeside, scripts } from './workbench-files.ts';

type CompareWithOursProps = {
  readonly test: string;
  /** None if nothing was recorded. */
  readonly recording: Recording | undefined;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
  /** The learner's timeline, in whose place the comparison is shown. */
  readonly children?: ComponentChildren;
};

type View =
  | { readonly kind: 'closed' | 'loading' | 'none' | FaultKind }
  | {
      readonly kind: 'shown';
      readonly ours: Recording;
      readonly Beside: typeof import('../timeline/Beside.tsx').Beside;
    };

/** A test's timeline, or on a press the same beside that of the solution. What the solution did is fetched then. */
export function CompareWithOurs({ test, recording, locale, words, children }: CompareWithOursProps) {
  const file = useContext(ReferenceFile);
  const [view, setView] = useState<View>({ kind: 'closed' });
  if (!file) return <>{children}</>;
  const press = async () => {
    if (view.kind === 'loading') return;
    if (view.kind === 'shown') return setView({ kind: 'closed' });
    setView({ kind: 'loading' });
    try {
      const [ours] = await Promise.all([
        loadRecording(file, test),
        ...scripts.beside().map((script) => downloadIntact(script)),
      ]);
      setView(ours ? { kind: 'shown', ours, ...(await importBeside()) } : { kind: 'none' });
    } catch (error) {
      setView({ kind: faultOf(error) });
    }
  };
  const hasFailed = view.kind === 'unreachable' || view.kind === 'damaged';
  return (
    <>
      <div class="compare-with-ours">
        <button type="button" aria-expanded={view.kind === 'shown'} onClick={() => void press()}>
          {words[hasFailed ? 'verdict.retry' : view.kind === 'shown' ? 'beside.close' : 'beside.open']}
        </button>{' '}
        <output>
          {(view.kind === 'loading' || view.kind === 'none') && words[`beside.${view.kind}`]}
          {hasFailed && (
            <>
              {words['beside.missing']} <FaultReason fault={view.kind} words={words} />
            </>
          )}
        </output>
      </div>
      {view.kind === 'shown' ? <view.Beside ours={view.ours} yours={recording} locale={locale} /> : children}
    </>
  );
}
