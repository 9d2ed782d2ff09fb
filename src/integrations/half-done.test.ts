import { expect, it } from 'vitest';
import { exerciseFiles } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import { exerciseSettings } from '../course/settings.test-support.ts';
import { typeComplaints } from './gate/types.ts';
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

it('lets the compiler refuse a starter beside solved files, and no other file', () => {
  const text = (type: string, value: string) => `export const one = (): ${type} => ${value};`;
  const doubles = `import { one } from './one.ts';\nexport const two = (): number => one() * 2;\n`;
  const complaints = typeComplaints(
    process.cwd(),
    exercise({
      'one.ts': text('number', '0'),
      'one.solution.ts': text('bigint', '1n'),
      'two.ts': doubles,
      'two.solution.ts': `import { one } from './one.ts';\nexport const two = (): number => Number(one()) * 2;\n`,
      'two.mistake-stays.ts': doubles,
      'two.mistake-triples.ts': doubles.replace('2', '3'),
      'both.test.ts': sources['both.test.ts'],
    }),
  );
  expect(complaints.map((complaint) => complaint.split(':')[0])).toContain(
    'exercises/cart/count/two.mistake-triples.ts',
  );
  expect(complaints.join()).not.toContain('two.mistake-stays.ts');
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
