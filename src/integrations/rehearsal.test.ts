import { expect, it } from 'vitest';
import { compileExercise } from './compile-exercise.ts';
import { foreignExercise } from './foreign-exercise.test-support.ts';

const rehearsed = async (starter: string) => {
  const made = foreignExercise({ 'checkout.ts': starter });
  const { rehearsal } = await compileExercise(made, { 'past-tense/index.ts': 'export {};' });
  return rehearsal.map(({ path }) => path);
};

it('rehearses the tests on the starter', async () => {
  expect(await rehearsed('export const total = () => 0;')).toEqual(['./checkout.ts']);
});

it.each([
  ['does not compile', 'export const total = ;'],
  ['never ends', 'for (;;);'],
])(
  'rehearses nothing on a starter that %s, which would keep every worker from being ready',
  async (_, starter) => {
    expect(await rehearsed(starter)).toEqual([]);
  },
);
