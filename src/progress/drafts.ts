import { forget, recall, writeDown } from './journal.ts';
import { onRecordsChanged } from './records-channel.ts';
import { forgetMemory, read, write, type Draft } from './store.ts';

export type { Draft } from './store.ts';

export type DraftKeeper = {
  /** The draft as it is stored. */
  open(): Promise<Draft | undefined>;
  /** Saves soon: after a pause in typing, and at once when the page is hidden or left. */
  keep(draft: Draft): void;
  /** Saves what is not saved yet, now. */
  flush(): Promise<void>;
  stop(): void;
};

const pauseMs = 300;

/** The draft of an exercise, with what the journal saved when the page was last left. */
export async function readDraft(exercise: string): Promise<Draft | undefined> {
  const journaled = recall(exercise);
  const stored = await read('drafts', exercise);
  if (!journaled || (stored && stored.updatedAt >= journaled.updatedAt)) return stored;
  if ((await write('drafts', exercise, journaled)) === 'stored') forget(exercise);
  return journaled;
}

export type DraftEvents = {
  /** The browser stores nothing. */
  readonly onRefused: () => void;
  /** Another tab saved this draft; told unless this tab has something unsaved. */
  readonly onNewer: (draft: Draft) => void;
  /** The learner deleted or replaced everything in another tab; without a draft the exercise begins anew. */
  readonly onReplaced: (draft: Draft | undefined) => void;
};

/** Keeps the drafts of one exercise. */
export function keepDrafts(exercise: string, { onRefused, onNewer, onReplaced }: DraftEvents): DraftKeeper {
  let unsaved: Draft | undefined;
  /** When the newest draft was written that this tab knows. Epoch milliseconds. */
  let known = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async () => {
    clearTimeout(timer);
    const draft = unsaved;
    if (!draft) return;
    const outcome = await write('drafts', exercise, draft);
    // What is only in memory stays unsaved, so that the journal gets it when the page is left.
    if (outcome === 'memory') return onRefused();
    known = Math.max(known, draft.updatedAt);
    tabs.postMessage(null);
    if (unsaved !== draft) return;
    unsaved = undefined;
    forget(exercise);
  };
  const lookForNewer = async () => {
    if (unsaved) return;
    const stored = await read('drafts', exercise);
    if (!stored || stored.updatedAt <= known || unsaved) return;
    known = stored.updatedAt;
    onNewer(stored);
  };
  const takeReplaced = async () => {
    clearTimeout(timer);
    unsaved = undefined;
    forget(exercise);
    forgetMemory();
    const stored = await read('drafts', exercise);
    known = stored?.updatedAt ?? 0;
    onReplaced(stored);
  };
  const stopListening = onRecordsChanged((change) => {
    void (change === 'merged' ? lookForNewer() : takeReplaced());
  });
  const tabs = new BroadcastChannel(`past-tense:${import.meta.env.BASE_URL}:draft:${exercise}`);
  const listening = new AbortController();
  const { signal } = listening;
  const onHidden = () => {
    if (document.visibilityState === 'hidden') void flush();
  };
  // A database write that begins while the page is left is lost; the journal is written at once.
  const onLeave = () => {
    if (unsaved) writeDown(exercise, unsaved);
  };

  document.addEventListener('visibilitychange', onHidden, { signal });
  tabs.addEventListener('message', () => void lookForNewer(), { signal });
  // A page that was frozen in the background heard no message.
  document.addEventListener('visibilitychange', () => void lookForNewer(), { signal });
  addEventListener('pagehide', onLeave, { signal });
  return {
    async open() {
      const draft = await readDraft(exercise);
      known = draft?.updatedAt ?? 0;
      return draft;
    },
    keep(draft) {
      unsaved = draft;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pauseMs);
    },
    flush,
    stop() {
      void flush().finally(() => tabs.close());
      stopListening();
      listening.abort();
    },
  };
}
