import type { ImportWay } from './import-plan.ts';
import { compareWithStored, forget, forgetAll, journaled } from './journal.ts';
import { forgetLastVerdicts } from './last-verdict.ts';
import { tellProgress } from './passed.ts';
import { forgetPreferences } from './preferences.ts';
import { tellRecordsChanged } from './records-channel.ts';
import { sameRecord, type Draft, type Records } from './records.ts';
import { changeAll, deleteAll, readAll } from './whole-store.ts';

export type { Records } from './records.ts';

/** Everything that is remembered of the learner, with what the journal has and the database has not. */
export async function readRecords(): Promise<Records> {
  return withJournal(await readAll());
}

/**
 * Puts `next`, made from `seen` in a way, in the place of everything, all or nothing. Nothing is changed when it is
 * `outdated`, because another tab saved something since, or `refused`, because the browser stores nothing.
 */
export async function importRecords(
  seen: Records,
  next: Records,
  way: ImportWay,
): Promise<'imported' | 'outdated' | 'refused'> {
  let conflicts: readonly string[] = [];
  const outcome = await changeAll((stored) => {
    conflicts = inConflict(stored);
    return sameRecord(withJournal(stored), seen) ? next : undefined;
  });
  if (outcome !== 'changed') return outcome === 'unchanged' ? 'outdated' : 'refused';
  // A question that is still open was no part of the preview.
  forgetJournal(way === 'merge' ? conflicts : []);
  tellRecordsChanged(way === 'merge' ? 'merged' : 'replaced');
  tellProgress();
  return 'imported';
}

/** Forgets drafts, passed exercises, answers and preferences, here and in every open tab. */
export async function deleteRecords(): Promise<'deleted' | 'refused'> {
  const outcome = await deleteAll();
  if (outcome !== 'changed') return 'refused';
  forgetAll();
  forgetPreferences();
  forgetLastVerdicts();
  tellRecordsChanged('replaced');
  tellProgress();
  return 'deleted';
}

/** A journaled draft that follows the stored one takes its place, as it does when its exercise is opened. */
function withJournal(stored: Records): Records {
  const drafts: Record<string, Draft> = { ...stored.drafts };
  for (const [exercise, entry] of journaled()) {
    const known = drafts[exercise];
    const isNext = compareWithStored(entry, stored.drafts[exercise]) === 'next';
    if (isNext && !(known && known.updatedAt >= entry.draft.updatedAt)) drafts[exercise] = entry.draft;
  }
  return { ...stored, drafts };
}

/** The keys of what waits for the learner's choice between two tabs. */
const inConflict = ({ drafts }: Records): readonly string[] =>
  journaled().flatMap(([exercise, entry]) =>
    compareWithStored(entry, drafts[exercise]) === 'conflict' ? [entry.key] : [],
  );

/** What cannot be read was no part of the preview either. */
function forgetJournal(except: readonly string[]): void {
  for (const [, { key }] of journaled()) if (!except.includes(key)) forget(key);
}
