import { expect, it } from 'vitest';
import { workbenchMessagesFor } from '../i18n/workbench.ts';
import type { Help } from '../progress/help.ts';
import { helpSummary } from './help-summary.ts';

const nothing: Help = { passedAt: undefined, hintsAt: [], solutionAt: undefined };

it.each<[string, Partial<Help>, string]>([
  ['says nothing before anything was opened', {}, ''],
  ['counts the hints', { hintsAt: [10, 20] }, 'Hints opened: 2.'],
  [
    'says that the solution was looked at before passing',
    { hintsAt: [10], solutionAt: 20 },
    'Hints opened: 1. You have looked at the solution.',
  ],
  ['says that the exercise was passed', { passedAt: 30 }, 'Passed.'],
  [
    'says what came before the pass',
    { hintsAt: [10, 20], solutionAt: 25, passedAt: 30 },
    'Passed after looking at the solution. Hints opened before passing: 2.',
  ],
  [
    'leaves hints out that were opened after passing',
    { hintsAt: [10, 40], passedAt: 30 },
    'Passed. Hints opened before passing: 1.',
  ],
  [
    'tells a look at the solution after passing apart',
    { solutionAt: 40, passedAt: 30 },
    'Passed. You looked at the solution afterwards.',
  ],
])('%s', (_, help, said) => {
  expect(helpSummary({ ...nothing, ...help }, workbenchMessagesFor('en'))).toBe(said);
});
