import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/locale.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Proposal as ReadProposal, Recipient } from '../sharing/proposal.ts';
import type { Bench, BenchState } from './bench.ts';
import type { MenuItem } from './BenchMenu.tsx';
import type { WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { Proposal } from './Proposal.tsx';
import { refusalText } from './refusal-text.ts';
import { onCodeLink } from './received-link.ts';

type SharingOptions = {
  readonly bench: Bench;
  readonly state: BenchState;
  readonly exercise: WorkbenchExercise;
  readonly files: WorkbenchFiles;
  readonly locale: Locale;
  readonly words: WorkbenchMessages;
};

/** Code from elsewhere, until the learner has decided about it. */
type Received = {
  readonly from: 'link' | 'computer';
  readonly proposal: ReadProposal;
  /** Tells one from the next. */
  readonly number: number;
};

/** What leaves the workbench and what comes in: links to code, projects, files. Nothing of it runs by itself. */
export function useSharing({ bench, state, exercise, files, locale, words }: SharingOptions): {
  readonly items: readonly MenuItem[];
  /** What came in, to be shown above the learner's code. */
  readonly proposal: ComponentChildren;
  /** What became of the last thing done. */
  readonly status: ComponentChildren;
} {
  const [status, setStatus] = useState('');
  const [link, setLink] = useState<string>();
  const [received, setReceived] = useState<Received>();
  const receive = (from: Received['from'], proposal: ReadProposal) =>
    setReceived((before) => ({ from, proposal, number: (before?.number ?? 0) + 1 }));
  const picker = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const recipient: Recipient = {
    exercise: exercise.id,
    editable: Object.keys(exercise.starters),
    given: Object.keys(exercise.given),
  };
  const { editor } = state;

  const attempt = async (work: () => Promise<void>) => {
    setStatus('');
    setLink(undefined);
    await work().catch(() => setStatus(words['share.unreachable']));
  };
  const copyLink = () =>
    attempt(async () => {
      const { linkTo } = await import('./share-code.ts');
      const made = await linkTo(exercise.id, bench.files());
      if (made === undefined) return setStatus(words['share.link-too-long']);
      const copied = await copy(made);
      setStatus(words[copied ? 'share.link-copied' : 'share.link-by-hand']);
      if (!copied) setLink(made);
    });
  const download = () =>
    attempt(async () => {
      const { downloadProject } = await import('./share-code.ts');
      await downloadProject(exercise, files, bench.files(), locale);
      setStatus(words['share.downloaded']);
    });
  const openFiles = (chosen: readonly File[]) =>
    attempt(async () => {
      if (chosen.length === 0) return;
      const { readChosenFiles } = await import('../sharing/chosen-files.ts');
      receive('computer', await readChosenFiles(chosen, recipient));
    });
  const openLink = (data: string) =>
    attempt(async () => {
      const { readCodeLink } = await import('../sharing/code-link.ts');
      receive('link', await readCodeLink(data, recipient));
    });
  useEffect(() => onCodeLink(exercise.id, (data) => void openLink(data)), []);

  /** The button that was pressed goes away with the proposal; the shown file is what stood below it. */
  const close = () => {
    setReceived(undefined);
    root.current
      ?.closest('.bench')
      ?.querySelector<HTMLElement>('.bench-files [aria-selected="true"]')
      ?.focus();
  };

  const items = [
    { label: words['share.copy-link'], onChoose: () => void copyLink() },
    { label: words['share.download'], onChoose: () => void download() },
    { label: words['share.open-files'], onChoose: () => picker.current!.click() },
  ];
  const proposed = received?.proposal;
  return {
    items,
    proposal: received && (editor === 'monaco' || editor === 'plain') && proposed && (
      <Proposal
        key={received.number}
        exercise={exercise.id}
        from={received.from}
        proposal={
          proposed.kind === 'proposed' ? proposed.files : refusalText(proposed.reason, received.from, words)
        }
        mine={bench.files()}
        editor={editor}
        onTake={(texts) => {
          bench.exchange(texts);
          close();
          setStatus(fill(words['share.taken'], { undo: words['bench.restore'] }));
        }}
        onDismiss={close}
        words={words}
      />
    ),
    status: (
      <div class="sharing" ref={root}>
        <output class="sharing-status">{status}</output>
        {link !== undefined && <LinkToCopy link={link} label={words['share.link']} />}
        <input
          ref={picker}
          type="file"
          multiple
          accept=".ts,.zip"
          hidden
          aria-label={words['share.open-files']}
          onChange={({ currentTarget }) => {
            void openFiles([...(currentTarget.files ?? [])]);
            // Else the same file could not be chosen once more.
            currentTarget.value = '';
          }}
        />
      </div>
    ),
  };
}

/** Says whether the browser allowed it; where a page is not secure there is no clipboard. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const LinkToCopy = ({ link, label }: { readonly link: string; readonly label: string }) => (
  <label class="sharing-link">
    {label}
    <input type="text" readOnly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
  </label>
);
