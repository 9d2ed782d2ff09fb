import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import type { Help } from '../progress/help.ts';

/** What the learner opened, in a few words; empty while there is nothing to say. */
export function helpSummary({ passedAt, hintsAt, solutionAt }: Help, words: WorkbenchMessages): string {
  if (passedAt === undefined) {
    const seen = solutionAt === undefined ? [] : [words['help.solution-seen']];
    return [...hintCount(hintsAt, words['help.hints']), ...seen].join(' ');
  }
  const solvedFirst = solutionAt === undefined || solutionAt > passedAt;
  const hintsBefore = hintsAt.filter((openedAt) => openedAt <= passedAt);
  return [
    words[solvedFirst ? 'help.passed' : 'help.passed-after-solution'],
    ...hintCount(hintsBefore, words['help.hints-before']),
    ...(solvedFirst && solutionAt !== undefined ? [words['help.solution-after']] : []),
  ].join(' ');
}

const hintCount = (hints: readonly number[], text: string): string[] =>
  hints.length === 0 ? [] : [fill(text, { count: hints.length })];
