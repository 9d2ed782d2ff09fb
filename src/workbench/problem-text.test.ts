import { expect, it } from 'vitest';
import { workbenchMessagesFor } from '../i18n/workbench.ts';
import { problemText } from './problem-text.ts';

it('names the import as the learner wrote it', () => {
  const place = { path: './user.ts', line: 1, column: 1, length: 1, lineText: '' };
  const problem = { ...place, reason: { kind: 'import', specifier: "./$&$'.ts" } } as const;
  expect(problemText(problem, workbenchMessagesFor('en'))).toContain("'./$&$'.ts' cannot be imported here");
});
