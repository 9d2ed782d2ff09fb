import { read, write, type Answer } from './store.ts';

/** The places of the answers that were chosen last, or nothing for a question that was not answered yet. */
export async function readChosen(question: string): Promise<readonly number[] | undefined> {
  const answer: Partial<Answer> | undefined = await read('answers', question);
  return answer?.v === 1 && Array.isArray(answer.chosen) ? answer.chosen : undefined;
}

/** Remembers an answer in place of an earlier one. */
export async function recordAnswer(
  question: string,
  chosen: readonly number[],
  right: boolean,
): Promise<void> {
  await write('answers', question, { v: 1, chosen, right, answeredAt: Date.now() });
}
