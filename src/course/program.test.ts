import { expect, it } from 'vitest';
import { AuthorError } from './author-error.ts';
import { findProgram, outcomeOf } from './program.ts';

const asked = { file: 'content/cart/late/ko.mdx', component: 'Predict', question: 'What?' } as const;
const known = ['content/cart/late/pull.program.ts', 'content/cart/early/push.program.ts'];
const path = known[0]!;

it('finds a program beside its lesson', () => {
  expect(findProgram(asked, './pull.program.ts', known)).toBe(path);
  expect(findProgram(asked, '../early/push.program.ts', known)).toBe(known[1]);
});

it('computes the outcome by running the program', () => {
  expect(outcomeOf(asked, path, { run: () => [1, 2].join() })).toBe('1,2');
});

it.each([
  {
    mistake: 'no program',
    make: () => findProgram(asked, undefined, known),
    message: 'names no program. Write program="./<name>.program.ts", a file beside the lesson.',
  },
  {
    mistake: 'a program that is not there',
    make: () => findProgram(asked, './pul.program.ts', known),
    message:
      'names the program ./pul.program.ts, but there is no content/cart/late/pul.program.ts. Did you mean ./pull.program.ts?',
  },
  {
    mistake: 'a program that runs nothing',
    make: () => outcomeOf(asked, path, { outcome: '1' }),
    message: `names ${path}, which exports no function run. Export run(): string from it.`,
  },
  {
    mistake: 'a program that returns no text',
    make: () => outcomeOf(asked, path, { run: () => 1 }),
    message: `names ${path}, whose run() returned number. Return a string from it.`,
  },
  {
    mistake: 'a program that throws',
    make: () =>
      outcomeOf(asked, path, {
        run: () => {
          throw new Error('no such user');
        },
      }),
    message: `names ${path}, whose run() threw Error: no such user. Correct the program.`,
  },
  {
    mistake: 'a program that returns something else each time',
    make: () => {
      let runs = 0;
      return outcomeOf(asked, path, { run: () => `run ${(runs += 1)}` });
    },
    message: `names ${path}, whose run() returned "run 1" and then "run 2". Take time and ids from past-tense/testing, and keep no state outside run().`,
  },
])('refuses $mistake', ({ make, message }) => {
  expect(make).toThrow(AuthorError);
  expect(make).toThrow(
    expect.objectContaining({ message: `content/cart/late/ko.mdx: <Predict question="What?"> ${message}` }),
  );
});
