import { scoreOf, scoreToReach, type MutantCheck } from './check-mutants.ts';

/** For a terminal. Below each survivor stands the line that lists it in exercise.yaml, but for the reason. */
export function describeMutantCheck(check: MutantCheck, origin: 'run' | 'recorded'): string {
  const { id, mutants, killed, equivalent, survivors } = check;
  const folder = `exercises/${id}`;
  const score = `${Math.floor(scoreOf(check) * 100)} %`;
  const counts = `${mutants} mutants, ${killed} killed, ${equivalent} equivalent: ${score}`;
  return [
    `${id.padEnd(44)} ${counts}${origin === 'recorded' ? ' (recorded)' : ''}`,
    ...survivors.flatMap(({ line, column, ...entry }) => [
      `  ${folder}/${entry.file}:${line}:${column}: ${entry.mutator} survives: ${entry.original} → ${entry.replacement}`,
      `    - ${JSON.stringify({ ...entry, reason: '' })}`,
    ]),
    ...(scoreOf(check) < scoreToReach ? [`  ✗ ${folder}: ${tooLow}`] : []),
  ].join('\n');
}

const tooLow =
  `fewer than ${scoreToReach * 100} % of the mutants are killed. ` +
  'Improve the hidden tests, or list under equivalent: in exercise.yaml what no test can notice, with the reason.';
