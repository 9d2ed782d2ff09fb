import { useState } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';

type HiddenTestsProps = {
  /** JSON: Sources */
  readonly url: string;
  readonly passed: boolean;
  readonly editor: 'monaco' | 'plain';
  readonly words: WorkbenchMessages;
};

type View =
  | { readonly kind: 'closed' | 'loading' | 'unreachable' }
  | {
      readonly kind: 'shown';
      readonly tests: Sources;
      readonly SourceReader: typeof import('./SourceReader.tsx').SourceReader;
    };

/** Before a pass when the hidden tests can be read, after it the tests, which no page holds. */
export function HiddenTests({ url, passed, editor, words }: HiddenTestsProps) {
  const [view, setView] = useState<View>({ kind: 'closed' });
  if (!passed) return <p class="hidden-tests">{words['tests.later']}</p>;
  const press = async () => {
    if (view.kind === 'loading') return;
    if (view.kind === 'shown') return setView({ kind: 'closed' });
    setView({ kind: 'loading' });
    try {
      setView({ kind: 'shown', ...(await load(url)) });
    } catch {
      setView({ kind: 'unreachable' });
    }
  };
  return (
    <div class="hidden-tests">
      <button type="button" aria-expanded={view.kind === 'shown'} onClick={() => void press()}>
        {words[view.kind === 'shown' ? 'tests.close' : 'tests.read']}
      </button>
      <output>
        {(view.kind === 'loading' || view.kind === 'unreachable') && words[`tests.${view.kind}`]}
      </output>
      {view.kind === 'shown' && <view.SourceReader sources={view.tests} editor={editor} words={words} />}
    </div>
  );
}

async function load(url: string) {
  const [{ fetchJson }, { SourceReader }] = await Promise.all([
    import('./engine.ts'),
    import('./SourceReader.tsx'),
  ]);
  return { SourceReader, tests: await fetchJson<Sources>(url) };
}
