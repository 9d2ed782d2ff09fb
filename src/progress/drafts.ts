import { forget, recall, writeDown } from './journal.ts';
import { read, write, type Draft } from './store.ts';

export type { Draft } from './store.ts';

export type DraftKeeper = {
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

/** Keeps the drafts of one exercise. `onRefused` is called when the browser stores nothing. */
export function keepDrafts(exercise: string, onRefused: () => void): DraftKeeper {
  let unsaved: Draft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async () => {
    clearTimeout(timer);
    const draft = unsaved;
    if (!draft) return;
    const outcome = await write('drafts', exercise, draft);
    // What is only in memory stays unsaved, so that the journal gets it when the page is left.
    if (outcome === 'memory') return onRefused();
    if (unsaved !== draft) return;
    unsaved = undefined;
    forget(exercise);
  };
  const onHidden = () => {
    if (document.visibilityState === 'hidden') void flush();
  };
  // A database write that begins while the page is left is lost; the journal is written at once.
  const onLeave = () => {
    if (unsaved) writeDown(exercise, unsaved);
  };

  document.addEventListener('visibilitychange', onHidden);
  addEventListener('pagehide', onLeave);
  return {
    keep(draft) {
      unsaved = draft;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pauseMs);
    },
    flush,
    stop() {
      void flush();
      document.removeEventListener('visibilitychange', onHidden);
      removeEventListener('pagehide', onLeave);
    },
  };
}
