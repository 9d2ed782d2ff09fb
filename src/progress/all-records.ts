import { sameRecord, type ImportWay } from './import-plan.ts';
import { forgetAll, journaled } from './journal.ts';
import { forgetLastVerdicts } from './last-verdict.ts';
import { tellProgress } from './passed.ts';
import { forgetPreferences } from './preferences.ts';
import { tellRecordsChanged } from './records-channel.ts';
import { changeAll, readAll, type Draft, type Records } from './store.ts';

export type { Records } from './store.ts';

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
  const outcome = await changeAll((stored) => (sameRecord(withJournal(stored), seen) ? next : undefined));
  if (outcome !== 'changed') return outcome === 'unchanged' ? 'outdated' : 'refused';
  forgetAll();
  tellRecordsChanged(way === 'merge' ? 'merged' : 'replaced');
  tellProgress();
  return 'imported';
}

/** Forgets drafts, passed exercises, answers and preferences, here and in every open tab. */
export async function deleteRecords(): Promise<'deleted' | 'refused'> {
  const outcome = await changeAll(() => ({ drafts: {}, progress: {}, answers: {} }));
  if (outcome !== 'changed') return 'refused';
  forgetAll();
  forgetPreferences();
  forgetLastVerdicts();
  tellRecordsChanged('replaced');
  tellProgress();
  return 'deleted';
}

/** A journaled draft that is newer takes the place of the stored one, as it does when its exercise is opened. */
function withJournal(stored: Records): Records {
  const drafts: Record<string, Draft> = { ...stored.drafts };
  for (const [exercise, draft] of journaled()) {
    const known = drafts[exercise];
    if (!known || known.updatedAt < draft.updatedAt) drafts[exercise] = draft;
  }
  return { ...stored, drafts };
}
