import { expect, it } from 'vitest';
import { readExercises } from '../course/exercises.ts';
import { recordInNode } from '../sandbox/run-in-node.ts';
import { compiledFiles, compileExercise, learnerFiles } from './compile-exercise.ts';
import { librarySources } from './library-sources.ts';
import { nodeHarness } from './sandbox-files.ts';

const root = process.cwd();
const exercise = readExercises(root).find(({ id }) => id === 'aggregates/change-password')!;
const bundle = await compileExercise(exercise, librarySources(root));
const [[path, solution]] = Object.entries(learnerFiles(exercise, exercise.files.solution)) as [
  [string, string],
];

/** Runs the solution, with some code before it, and has it recorded. */
async function record(before: string) {
  const learner = await compiledFiles(bundle, { [path]: `${before}\n${solution}` });
  if (learner.kind === 'refused') throw new Error(JSON.stringify(learner));
  const { report, recordings } = await recordInNode(await nodeHarness(), {
    modules: [...bundle.fixed, ...learner.modules],
    plan: bundle.plan,
  });
  expect(report.ending).toEqual({ kind: 'ended' });
  return { report, recordings };
}

const recordedOf = ({ report }: Awaited<ReturnType<typeof record>>) =>
  report.tests.filter(({ recorded }) => recorded).map(({ name }) => name);

it('records each test of which the run said that it can be recorded', async () => {
  const ran = await record('');
  expect(recordedOf(ran).length).toBeGreaterThan(2);
  expect([...ran.recordings.keys()]).toEqual(recordedOf(ran));
});

it('tells what the learner’s code writes once, though it runs twice', async () => {
  const { report, recordings } = await record("console.log('loaded');");
  expect(report.console.map(({ text }) => text)).toEqual(['loaded']);
  expect(recordings.size).toBeGreaterThan(2);
});

it('records nothing of a test that comes out otherwise the second time, and the verdict stays', async () => {
  const ran = await record(`
    const counted = globalThis as unknown as { runs?: number };
    counted.runs = (counted.runs ?? 0) + 1;
    if (counted.runs > 1) throw new Error('a second time');
  `);
  expect(ran.report.tests.every(({ state }) => state === 'passed')).toBe(true);
  expect(recordedOf(ran).length).toBeGreaterThan(2);
  expect(ran.recordings.size).toBe(0);
});

it('ends at the limit, and the verdict stays, when code that ended goes on for ever the second time', async () => {
  const { report, recordings } = await record(`
    const counted = globalThis as unknown as { runs?: number };
    counted.runs = (counted.runs ?? 0) + 1;
    while (counted.runs > 1);
  `);
  expect(report.tests.every(({ state }) => state === 'passed')).toBe(true);
  expect(recordings.size).toBe(0);
});
