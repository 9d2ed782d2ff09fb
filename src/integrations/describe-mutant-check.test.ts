import { expect, it } from 'vitest';
import { describeMutantCheck } from './describe-mutant-check.ts';

const sound = { id: 'cart/late', mutants: 5, killed: 4, equivalent: 1, survivors: [] };

it('says in one line how a sound exercise did', () => {
  expect(describeMutantCheck(sound, 'recorded')).toMatch(
    /^cart\/late +5 mutants, 4 killed, 1 equivalent: 100 % \(recorded\)$/,
  );
});

it('shows each survivor, how exercise.yaml would list it, and what to do about a bad score', () => {
  const survivor = {
    file: 'user.solution.ts',
    line: 2,
    column: 9,
    mutator: 'BooleanLiteral',
    original: '!late',
    replacement: 'late',
  };
  const lines = describeMutantCheck({ ...sound, equivalent: 0, survivors: [survivor] }, 'run').split('\n');

  expect(lines.slice(1)).toEqual([
    '  exercises/cart/late/user.solution.ts:2:9: BooleanLiteral survives: !late → late',
    '    - {"file":"user.solution.ts","mutator":"BooleanLiteral","original":"!late","replacement":"late","reason":""}',
    '  ✗ exercises/cart/late: fewer than 95 % of the mutants are killed. Improve the hidden tests, or list under equivalent: in exercise.yaml what no test can notice, with the reason.',
  ]);
});
