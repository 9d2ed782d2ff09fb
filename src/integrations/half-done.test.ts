import { expect, it } from 'vitest';
import { exerciseFiles } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import { exerciseSettings } from '../course/settings.test-support.ts';
import { judgeExercise } from './judge-exercise.ts';

const one = (value: number) => `export const one = (): number => ${value};`;
const two = (value: number) => `export const two = (): number => ${value};`;
const sources = {
  'one.ts': one(0),
  'one.solution.ts': one(1),
  'two.ts': two(0),
  'two.solution.ts': two(2),
  'both.test.ts': `import { expect, it } from 'vitest';
import { one } from './one.ts';
import { two } from './two.ts';
it('counts one', () => { expect(one(), 'One is one').toBe(1); });
it('counts two', () => { expect(two(), 'Two is two').toBe(2); });`,
};

it('does not take a file that is not solved yet for a mistake in it', async () => {
  const { fingerprints } = await judgeExercise(exercise({ ...sources, 'one.mistake-many.ts': one(7) }), {});
  expect(fingerprints).toEqual({ many: undefined });
});

it('tells of a mistake that the starter makes itself, as soon as the other files are solved', async () => {
  const { fingerprints } = await judgeExercise(exercise({ ...sources, 'one.mistake-none.ts': one(0) }), {});
  expect(fingerprints).toEqual({
    none: [
      { kind: 'fails', test: 'counts one', saying: 'One is one' },
      { kind: 'passes', test: 'counts two' },
    ],
  });
});

function exercise(tree: Record<string, string>): Exercise {
  const text = { title: 'Count', tests: {}, messages: {}, hints: 0, mistakes: [] };
  const folder = 'exercises/cart/count';
  return {
    id: 'cart/count',
    folder,
    settings: exerciseSettings({ opens: 'one.ts' }),
    texts: { en: text, ko: text },
    files: exerciseFiles(folder, Object.keys(tree)),
    sources: tree,
  };
}
