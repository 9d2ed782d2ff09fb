import { read, write } from './store.ts';

/** The places of the answers that were chosen last, or nothing for a question that was not answered yet. */
export async function readChosen(question: string): Promise<readonly number[] | undefined> {
  return (await read('answers', question))?.chosen;
}

/** Remembers an answer in place of an earlier one. */
export async function recordAnswer(
  question: string,
  chosen: readonly number[],
  right: boolean,
): Promise<void> {
  await write('answers', question, { v: 1, chosen, right, answeredAt: Date.now() });
}
