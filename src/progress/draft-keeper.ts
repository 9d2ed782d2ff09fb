import { onLoss } from './database.ts';
import { compareWithStored, forget, ownKey, recall, writeDown } from './journal.ts';
import { onRecordsChanged } from './records-channel.ts';
import { sameRecord, type Draft } from './records.ts';
import { forgetMemory, readStored, saveDraft } from './store.ts';
import { storagePrefix } from '../site-address.ts';

/** A draft as the workbench has it; how often it was stored is the keeper's business. */
export type DraftContent = Omit<Draft, 'rev'>;

export type DraftKeeper = {
  /** The draft as it was left. */
  open(): Promise<DraftContent | undefined>;
  /** Saves soon: after a pause in typing, and at once when the learner turns away. */
  keep(draft: DraftContent): void;
  /** Saves what is not saved yet, now. */
  flush(): Promise<void>;
  /** Ends a conflict: what is kept next takes the place of the other tab's draft. */
  settle(): void;
  stop(): void;
};

export type DraftEvents = {
  /** Another tab saved this draft, and this one had nothing unsaved. */
  readonly onNewer: (draft: DraftContent) => void;
  /**
   * Another tab saved this draft, and this one has other code: both are kept until `settle`. Without a draft the
   * conflict is over, because both say the same.
   */
  readonly onConflict: (other: DraftContent | undefined) => void;
  /** The learner deleted or replaced everything in another tab; without a draft the exercise begins anew. */
  readonly onReplaced: (draft: DraftContent | undefined) => void;
};

const pauseMs = 300;
const againMs = 1_000;

/** Keeps the drafts of one exercise. One thing after the other is read and written. */
export function keepDrafts(exercise: string, { onNewer, onConflict, onReplaced }: DraftEvents): DraftKeeper {
  const own = ownKey(exercise);
  let unsaved: DraftContent | undefined;
  let saved: Draft | undefined;
  /** The stored draft that this tab's code was made from; 0 for none. */
  let rev = 0;
  /** What another tab stored while this one had other code. */
  let other: Draft | undefined;
  let sent: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => (last = last.then(work, work));
  const toJournal = () => unsaved !== undefined && writeDown({ key: own, draft: { ...unsaved, rev }, sent });
  const isSaved = (stored: Draft) => {
    rev = stored.rev;
    saved = stored;
    unsaved = undefined;
    forget(own);
  };
  const meet = (stored: Draft) => {
    const isSame = unsaved !== undefined && sameRecord(unsaved.files, stored.files);
    const next = isSame ? undefined : stored;
    const isNews = next !== other;
    other = next;
    if (isSame) isSaved(stored);
    else toJournal();
    if (isNews) onConflict(next);
  };

  const save = async () => {
    clearTimeout(timer);
    const draft = unsaved;
    if (!draft) return;
    if (other) return meet(other);
    sent = draft.updatedAt;
    const outcome = await saveDraft(exercise, { ...draft, rev });
    sent = undefined;
    // What is only in memory stays unsaved, so that the journal gets it when the page is left.
    if (outcome.kind === 'memory') return;
    if (outcome.kind === 'conflict') return meet(outcome.other);
    rev = outcome.rev;
    saved = { ...draft, rev };
    tabs.postMessage(null);
    if (unsaved === draft) isSaved(saved);
  };
  const lookForNewer = async () => {
    const stored = await readStored('drafts', exercise);
    if (!stored || stored.rev === (other ?? { rev }).rev) return;
    if (unsaved) return meet(stored);
    isSaved(stored);
    onNewer(stored);
  };
  const takeReplaced = async () => {
    clearTimeout(timer);
    unsaved = undefined;
    other = undefined;
    forget(own);
    forgetMemory();
    saved = await readStored('drafts', exercise);
    rev = saved?.rev ?? 0;
    onReplaced(saved);
  };
  /**
   * The database is gone, as when the site's data is cleared; what this tab shows is stored anew. While the browser
   * clears, it may refuse.
   */
  const saveAgain = async (attempts = 20): Promise<void> => {
    unsaved ??= saved;
    await save();
    if (!unsaved || other || attempts === 1) return;
    timer = setTimeout(() => void inTurn(() => saveAgain(attempts - 1)), againMs);
  };

  const flush = () => inTurn(save);
  const look = () => void inTurn(lookForNewer);
  const onVisibility = () => (document.visibilityState === 'hidden' ? void flush() : look());
  const stopListening = [
    onRecordsChanged((change) => (change === 'merged' ? look() : void inTurn(takeReplaced))),
    onLoss(() => void inTurn(saveAgain)),
  ];
  const tabs = new BroadcastChannel(`${storagePrefix}:draft:${exercise}`);
  const listening = new AbortController();
  const { signal } = listening;
  tabs.addEventListener('message', look, { signal });
  // A page that was frozen in the background heard no message.
  document.addEventListener('visibilitychange', onVisibility, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && look(), { signal });
  addEventListener('blur', () => void flush(), { signal });
  // A database write that begins while the page is left is lost; the journal is written at once.
  addEventListener('pagehide', toJournal, { signal });

  const open = async () => {
    const stored = await readStored('drafts', exercise);
    rev = stored?.rev ?? 0;
    saved = stored;
    for (const entry of recall(exercise)) {
      const fate = compareWithStored(entry, stored);
      if (fate === 'had') forget(entry.key);
      // The others are asked about when the exercise is opened the next time.
      if (fate === 'had' || unsaved) continue;
      unsaved = entry.draft;
      if (fate === 'conflict') rev = entry.draft.rev;
      if (toJournal()) forget(entry.key);
      if (fate === 'conflict') meet(stored!);
    }
  };
  return {
    async open() {
      await inTurn(open);
      const draft = unsaved ?? saved;
      void flush();
      return draft;
    },
    keep(draft) {
      unsaved = draft;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pauseMs);
    },
    flush,
    settle() {
      if (!other) return;
      rev = other.rev;
      other = undefined;
      onConflict(undefined);
    },
    stop() {
      void flush().finally(() => tabs.close());
      for (const stop of stopListening) stop();
      listening.abort();
    },
  };
}
