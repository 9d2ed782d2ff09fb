/** Exercises in which the learner writes the test, alone or beside code. */
import { describe, expect, it } from 'vitest';
import { exerciseFiles } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import { exerciseSettings } from '../course/settings.test-support.ts';
import type { Verdict } from '../workbench/verdict.ts';
import { checkExercise } from './check-exercise.ts';
import { compileExercise, runVariant } from './compile-exercise.ts';

const correct = 'export const double = (n: number): number => n * 2;';
const spec = (body: string) => `import { expect, it } from 'vitest';
import { double } from './double.ts';
${body}`;
const good = spec(`it('doubles', () => { expect(double(3)).toBe(6); expect(double(0)).toBe(0); });`);

/** The code is given, the learner writes nothing but its test. */
const alone = {
  'double.ts': correct,
  'double.mutant-square.ts': 'export const double = (n: number): number => n * n;',
  'double.mutant-plus-three.ts': 'export const double = (n: number): number => n + 3;',
  'double.spec.ts': "import { it } from 'vitest';\nit('doubles', () => {});",
  'double.spec.solution.ts': good,
  'double.spec.alternative-table.ts': spec(
    `it.each([[3, 6], [0, 0]])('%i', (n, twice) => expect(double(n)).toStrictEqual(twice));`,
  ),
  'double.spec.mistake-nought-only.ts': spec(`it('doubles', () => expect(double(0)).toBe(0));`),
  'double.spec.mistake-nought-only.falsy.ts': spec(`it('is falsy', () => expect(double(0)).toBeFalsy());`),
  'double.spec.mistake-three-only.ts': spec(`it('doubles', () => expect(double(3)).toBe(6));`),
};
const requirements = [
  'your test passes for correct code',
  'your test notices a square',
  'your test notices plus three',
];

it('is proved by good tests that pass and weak ones that are told apart', async () => {
  const { ms: _, ...found } = await checkExercise(process.cwd(), exercise(alone), library);
  expect(found).toEqual({
    id: 'cart/double',
    starter: 'failed',
    solution: 'passed',
    alternatives: { table: 'passed' },
    mistakes: { 'nought-only': 'failed', 'nought-only.falsy': 'failed', 'three-only': 'failed' },
    fingerprints: {
      'nought-only': [
        { kind: 'fails', test: 'your test notices a square', saying: missesTheFault },
        { kind: 'passes', test: 'your test passes for correct code' },
      ],
      'three-only': [
        { kind: 'fails', test: 'your test notices plus three', saying: missesTheFault },
        { kind: 'passes', test: 'your test passes for correct code' },
      ],
    },
    complaints: [],
  });
});

const missesTheFault = 'Your test passes for this code too, so it would not notice what is wrong with it';

it('names the faulty code that the learner’s test lets through', async () => {
  expect(await outcome(spec(`it('doubles', () => expect(double(3)).toBe(6));`))).toEqual({
    'your test passes for correct code': 'passed',
    'your test notices a square': 'passed',
    'your test notices plus three': `${missesTheFault}: expected one of your tests to fail, but every one passed`,
  });
});

it('names the test that noticed faulty code, and none for correct code or where none noticed', async () => {
  const noticing = async (source: string) => {
    const verdict = await judged(source);
    return 'report' in verdict && verdict.report.tests.map(({ faulty }) => faulty);
  };
  const zero = `it('zero', () => expect(double(0)).toBe(0));`;
  const three = `it('three', () => expect(double(3)).toBe(6));`;
  expect(await noticing(spec(`${zero}\n${three}`))).toEqual([
    undefined,
    { noticedBy: 'three' },
    { noticedBy: 'zero' },
  ]);
  expect(await noticing(spec(zero))).toEqual([undefined, {}, { noticedBy: 'zero' }]);
});

it('says at which line a test fails on correct code, and does not count its failing on faulty code as wrong', async () => {
  const verdict = await judged(spec(`it('halves', () => {\n  expect(double(4), 'half').toBe(2);\n});`));
  expect(kinds(verdict)).toEqual(['failed', 'passed', 'passed']);
  const [first] = verdict.kind === 'failed' ? verdict.tests : [];
  expect(first!.errors).toMatchObject([
    { message: 'This code is correct, so your test has to pass: expected "halves" to pass, but it failed' },
    {
      message: 'half: expected 8 to be 2 // Object.is equality',
      expected: '2',
      actual: '8',
      frames: [{ path: './double.spec.ts' }],
    },
  ]);
});

describe('does not pass with', () => {
  it.each([
    [
      'no test at all',
      'export {};',
      "There is no test to try out yet: expected at least one it('…', () => { … })",
    ],
    [
      'a test that asserts nothing',
      spec(`it('one', () => { double(1); });`),
      'A test without an assertion passes whatever the code does: expected "one" to call expect(…), but it did not',
    ],
    [
      'tests that are all skipped',
      spec(`it.skip('later', () => { expect(double(3)).toBe(6); });`),
      "There is no test to try out yet: expected at least one it('…', () => { … })",
    ],
    [
      'a file that throws',
      spec(`throw new Error('too early');`),
      'This code is correct, so your test has to pass: expected the tests to run, but their file threw an error',
    ],
  ])('%s', async (_, text, message) => {
    expect(await outcome(text)).toMatchObject({ 'your test passes for correct code': message });
  });
});

it.each(["it.todo('later');", "it.skip('later', () => {});"])('does not count %s', async (skipped) => {
  expect((await judged(good + skipped)).kind).toBe('passed');
});

describe('an error in a timer, after the tests have passed', () => {
  const later = (factor: number) =>
    `export const double = (n: number): number => {
       setTimeout(() => setTimeout(() => { throw new Error('too late'); }));
       return n * ${factor};
     };`;
  const onTwo = spec(`it('doubles two', () => expect(double(2)).toBe(4));`);

  it('is noticed in faulty code, and charged to nothing else', async () => {
    const lateSquare = { ...alone, 'double.mutant-square.ts': later(2) };
    expect(await outcome(onTwo, lateSquare)).toEqual({
      'your test passes for correct code': 'passed',
      'your test notices a square': 'passed',
      'your test notices plus three': 'passed',
    });
    expect(await judged(onTwo, lateSquare)).toMatchObject({ kind: 'passed', report: { uncaught: [] } });
  });

  it('fails the trial on correct code, at the learner’s line', async () => {
    const verdict = await judged(
      spec(`it('doubles', () => {
        expect(double(3)).toBe(6);
        expect(double(0)).toBe(0);
        setTimeout(() => { throw new Error('forgotten'); });
      });`),
    );
    expect(kinds(verdict)).toEqual(['failed', 'passed', 'passed']);
    expect(verdict).toMatchObject({
      tests: [
        {
          errors: [
            { message: expect.stringContaining('expected nothing to be thrown outside of a test') },
            { message: 'forgotten', frames: [{ path: './double.spec.ts' }] },
          ],
        },
        {},
        {},
      ],
      report: { uncaught: [] },
    });
  });

  it('of the hidden tests is no fault of the learner’s test', async () => {
    const besideCode = {
      ...alone,
      'double.ts': later(2),
      'double.solution.ts': correct,
      'double.test.ts': spec(`it('doubles two', () => { expect(double(2), 'two of everything').toBe(4); });`),
      'double.alternative-late.ts': later(2),
    };
    const verdict = await judgedFiles(besideCode, ['double.alternative-late.ts']);
    expect(kinds(verdict)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect(verdict).toMatchObject({ kind: 'crashed', report: { uncaught: [{ message: 'too late' }] } });
  });
});

it('ends a trial at its first failing test', async () => {
  const endless = spec(`for (let n = 1; n < 400; n += 1) {
    it('doubles ' + n, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(double(n), 'wrong').toBe(n);
    });
  }`);
  expect(kinds(await judged(endless))).toEqual(['failed', 'passed', 'passed']);
});

it('lets the learner’s test import nothing that it is tried on', async () => {
  const peeking = "import * as mutant from './double.mutant-square.ts';\nexport const seen = mutant;";
  expect((await judged(peeking)).kind).toBe('refused');
});

it('gives each trial its own instance of every module, and leaves no spy behind', async () => {
  const counting = spec(`import { vi } from 'vitest';
    let calls = 0;
    it('is fresh', () => {
      expect(vi.isMockFunction(Math.random)).toBe(false);
      vi.spyOn(Math, 'random').mockReturnValue(1);
      calls += 1;
      expect(calls).toBe(1);
      expect([double(3), double(0)]).toEqual([6, 0]);
    });`);
  expect((await judged(counting)).kind).toBe('passed');
});

it('tries the test on the reference, whatever the learner’s own code does', async () => {
  const besideCode = {
    ...alone,
    'double.ts': 'export const double = (n: number): number => n;',
    'double.solution.ts': correct,
    'double.test.ts': spec(`it('doubles two', () => { expect(double(2), 'two of everything').toBe(4); });`),
  };
  expect((await judged(good, besideCode)).kind).toBe('passed');
  const ownCode = {
    ...besideCode,
    'double.alternative-wrong.ts': 'export const double = (n: number) => n + 3;',
  };
  expect(kinds(await judgedFiles(ownCode, ['double.alternative-wrong.ts']))).toEqual([
    'failed',
    'passed',
    'passed',
    'passed',
  ]);
});

describe('the author is told', () => {
  const beginning = (first: string) => good.replace('=> { expect', `=> { ${first} expect`);
  const withSolution = (text: string) => exercise({ ...alone, 'double.spec.solution.ts': text });
  const file = 'exercises/cart/double/double.spec.solution.ts';

  it('where the learner’s good test calls what the sandbox does not have', async () => {
    const faked = beginning('vi.useFakeTimers();').replace('import {', 'import { vi,');
    await expect(compileExercise(withSolution(faked), library)).rejects.toThrow(
      `${file}:3: vi.useFakeTimers is not available here. Give the code a clock`,
    );
  });

  it('at which line it does not compile', async () => {
    const importing = withSolution(`${good}\nimport 'node:fs';`);
    await expect(compileExercise(importing, library)).rejects.toThrow(
      `${file}:4: the import of 'node:fs' cannot be resolved here.`,
    );
  });

  it('which file asks for the time', async () => {
    const asking = withSolution(beginning('Number(new Date());'));
    const { complaints } = await checkExercise(process.cwd(), asking, library);
    expect(complaints.find((complaint) => complaint.includes('without clock and chance'))).toContain(
      `${file}: `,
    );
  });

  it('where two mutants have one requirement', async () => {
    const made = exercise(alone);
    const mutants = { square: 'it notices', 'plus-three': 'it notices' };
    await expect(
      compileExercise({ ...made, settings: { ...made.settings, mutants } }, library),
    ).rejects.toThrow('exercises/cart/double/exercise.yaml: two tests are named "it notices".');
  });
});

it('lets no other file of the learner’s import the test packages', async () => {
  const besideCode = {
    ...alone,
    'double.ts': 'export const double = (n: number): number => n;',
    'double.solution.ts': correct,
    'double.alternative-cheats.ts': "import { it } from 'vitest';\nexport const double = it;",
  };
  const verdict = await judgedFiles(besideCode, ['double.alternative-cheats.ts']);
  expect(verdict).toMatchObject({
    kind: 'refused',
    problems: [{ reason: { kind: 'import', specifier: 'vitest' } }],
  });
});

const library = { 'past-tense/index.ts': 'export {};', 'past-tense/testing.ts': 'export {};' };

const kinds = (verdict: Verdict) =>
  'report' in verdict ? verdict.report.tests.map(({ state }) => state) : [];

async function outcome(text: string, tree?: Record<string, string>): Promise<Record<string, string>> {
  const verdict = await judged(text, tree);
  const tests = 'report' in verdict ? verdict.report.tests : [];
  return Object.fromEntries(tests.map(({ name, state, errors }) => [name, errors[0]?.message ?? state]));
}

const judged = (text: string, tree: Record<string, string> = alone) =>
  judgedFiles({ ...tree, 'double.spec.alternative-tried.ts': text }, ['double.spec.alternative-tried.ts']);

async function judgedFiles(tree: Record<string, string>, files: string[]): Promise<Verdict> {
  const made = exercise(tree);
  return runVariant(made, await compileExercise(made, library), files);
}

function exercise(sources: Record<string, string>): Exercise {
  const folder = 'exercises/cart/double';
  const text = {
    title: 'Double',
    tests: Object.fromEntries(requirements.map((requirement) => [requirement, `${requirement} (ko)`])),
    messages: {},
    hints: 0,
    mistakes: ['nought-only', 'three-only'],
  };
  return {
    id: 'cart/double',
    folder,
    settings: exerciseSettings({
      opens: 'double.spec.ts',
      mutants: { square: 'your test notices a square', 'plus-three': 'your test notices plus three' },
    }),
    texts: { en: text, ko: text },
    files: exerciseFiles(folder, Object.keys(sources)),
    sources,
  };
}
