import { expect, it } from 'vitest';
import { exerciseFiles } from '../course/exercise-files.ts';
import { exerciseSettings } from '../course/settings.test-support.ts';
import { compileExercise } from './compile-exercise.ts';
import { runInline } from './inline-job.test-support.ts';

const test = `import { expect, it } from 'vitest';
  import { f } from './user.ts';
  it('runs', () => { f(); expect(1).toBe(1); });`;

const messageOf = async (code: string): Promise<string | undefined> => {
  const { tests, loadErrors } = await runInline(code, test);
  return [...loadErrors, ...tests.flatMap(({ errors }) => errors)][0]?.message;
};

it.each([
  ['(Array.prototype as any).last = () => 1;', 'Array.prototype.last'],
  ['Object.is = () => true;', 'Object.is'],
  ["Object.defineProperty(String.prototype, 'shout', { value: 1 });", 'String.prototype.shout'],
  ['delete (Math as any).max;', 'Math.max'],
  ['(globalThis as any).Promise = 1;', 'Promise'],
])('%s is answered with a sentence that names what is locked', async (change, name) => {
  expect(await messageOf(`export const f = (): void => { ${change} };`)).toBe(
    `Built-in objects and given classes are locked here, so ${name} cannot be changed. Write a function of your own instead.`,
  );
});

it('keeps the message of the engine where something else is frozen', async () => {
  const frozen = 'const event = Object.freeze({ Array: 1 }); (event as any).Array = 2;';
  expect(await messageOf(`export const f = (): void => { ${frozen} };`)).toMatch(/read.only/);
});

it('leaves the built-ins to an exercise that says so', async () => {
  const extend =
    '(Array.prototype as any).last = () => 7; export const f = (): number => ([] as any).last();';
  const compiled = async (intrinsics: 'locked' | 'open') => {
    const files = exerciseFiles('exercises/cart/last', ['f.ts', 'f.solution.ts', 'f.test.ts']);
    const text = { title: 'Last', tests: {}, messages: {}, hints: 0, mistakes: [] };
    return compileExercise(
      {
        id: 'cart/last',
        folder: 'exercises/cart/last',
        settings: exerciseSettings({ opens: 'f.ts', intrinsics }),
        texts: { en: text, ko: text },
        files,
        sources: {
          'f.ts': '',
          'f.solution.ts': extend,
          'f.test.ts':
            "import { expect, it } from 'vitest'; import { f } from './f.ts'; it('runs', () => { expect(f()).toBe(7); });",
        },
      },
      {},
    );
  };
  expect(await compiled('open')).toMatchObject({ tests: ['runs'], plan: { intrinsics: 'open' } });
  await expect(compiled('locked')).rejects.toThrow('Array.prototype.last cannot be changed');
});
