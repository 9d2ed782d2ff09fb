import { recall } from './journal.ts';
import { read } from './store.ts';

/** Whether the learner has begun an exercise. */
export async function hasDraft(exercise: string): Promise<boolean> {
  return recall(exercise).length > 0 || (await read('drafts', exercise)) !== undefined;
}
