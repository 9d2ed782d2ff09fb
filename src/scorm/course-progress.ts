import { onProgress, passedExercises, recordPassed } from '../progress/passed.ts';
import type { Session } from './session.ts';

/**
 * Brings what the platform knows into this browser, and from now on reports every pass that is recorded in it: by the
 * judge of a page in the frame, or by an import. Learner code reaches neither, because it has no origin.
 */
export async function reportProgress(session: Session): Promise<void> {
  const here = await passedExercises();
  for (const exercise of session.passed) if (!here.has(exercise)) await recordPassed(exercise);
  const report = async () => session.report(await passedExercises());
  onProgress(() => void report());
  await report();
}
