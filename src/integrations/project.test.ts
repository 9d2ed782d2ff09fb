import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readExercises, type Exercise } from '../course/exercises.ts';
import { projectFiles } from '../workbench/project-files.ts';
import type { Verdict } from '../workbench/verdict.ts';
import { learnerFiles, sourcesOf } from './compile-exercise.ts';
import { judgeExercise } from './judge-exercise.ts';
import { librarySources } from './library-sources.ts';
import { projectParts } from './project-parts.ts';

const root = process.cwd();
const library = librarySources(root);
const exercises = readExercises(root);
const folder = mkdtempSync(join(tmpdir(), 'past-tense-project-'));

afterAll(() => rmSync(folder, { recursive: true }));

type Told = { readonly name: string; readonly state: string };

/** Writes the project with these files, as the page would put it into the archive, and runs `npm test` in it. */
async function testProject(exercise: Exercise, files: Readonly<Record<string, string>>) {
  const { bundle } = await judgeExercise(exercise, library);
  const project = mkdtempSync(join(folder, 'project-'));
  const content = projectFiles({
    exercise: {
      id: exercise.id,
      title: exercise.texts.en.title,
      starters: sourcesOf(exercise, exercise.files.starters),
      given: sourcesOf(exercise, exercise.files.given),
      translations: {},
    },
    bundle,
    parts: await projectParts(root, 'en'),
    files,
    locale: 'en',
    address: 'https://example.org/',
  });
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'dir');
  return new Promise<{ readonly code: unknown; readonly tests: readonly Told[]; readonly output: string }>(
    (resolve) => {
      const command = [
        'node_modules/vitest/vitest.mjs',
        'run',
        'hidden/',
        '--reporter=json',
        '--reporter=default',
      ];
      const env = { ...process.env, NODE_ENV: 'test', VITEST: undefined, NO_COLOR: '1' };
      const args = [...command, '--outputFile.json=result.json'];
      execFile(process.execPath, args, { cwd: project, env }, (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, tests: resultsIn(project), output: stdout + stderr });
      });
    },
  );
}

/** By name what became of each requirement; nothing if none was judged. */
function resultsIn(project: string): Told[] {
  const text = readFileSync(join(project, 'result.json'), 'utf8');
  const { testResults } = JSON.parse(text) as {
    readonly testResults: readonly {
      readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
    }[];
  };
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ name: fullName, state: status })),
  );
}

const told = (verdict: Verdict): readonly Told[] => {
  if (verdict.kind === 'passed') return verdict.report.tests.map(({ name, state }) => ({ name, state }));
  return verdict.kind === 'failed' ? verdict.tests.map(({ name, state }) => ({ name, state })) : [];
};

// A project is a process of its own, or three at once.
vi.setConfig({ testTimeout: 120_000 });

describe.each([
  { id: 'aggregates/change-password', mistake: 'literal-id', has: 'hidden tests alone' },
  {
    id: 'aggregates/test-that-can-fail',
    mistake: 'counts-only',
    has: 'a test that the learner writes, and checks of imports',
  },
  { id: 'events/kakao-and-line', mistake: 'edits-the-service', has: 'checks of imports and untouched files' },
  { id: 'aggregates/aggregate-root', mistake: undefined, has: 'checks of types' },
])('the project of $id, with $has', ({ id, mistake }) => {
  const exercise = exercises.find((each) => each.id === id)!;

  it('gives the verdicts of the page to starter, solution and mistake, test by test', async () => {
    const judged = await judgeExercise(exercise, library);
    const mistaken = judged.mistakes.find(({ name }) => mistake === undefined || name === mistake)!;
    const cases: [readonly string[], Verdict][] = [
      [[], judged.starter],
      [exercise.files.solution, judged.solution],
      [mistaken.files, mistaken.verdict],
    ];
    const results = await Promise.all(
      cases.map(([files]) => testProject(exercise, learnerFiles(exercise, files))),
    );

    expect(results.map(({ code }) => code)).toEqual([1, 0, 1]);
    expect(results.map(({ tests }) => tests)).toEqual(cases.map(([, verdict]) => told(verdict)));
  });
});

describe('a project', () => {
  const exercise = exercises.find(({ id }) => id === 'aggregates/change-password')!;
  const testWith = (text: string) => testProject(exercise, { './user.ts': text });

  it('ends a loop that never stops', async () => {
    const { code, output } = await testWith('while (true) {}\nexport class User {}');

    expect(code).toBe(1);
    expect(output).toContain('Timed out: your code was still running after 5 seconds');
  });

  it('refuses what the page refuses, at its line', async () => {
    const { code, output } = await testWith("import 'node:fs';\nexport class User {}");

    expect(code).toBe(1);
    expect(output).toContain("src/user.ts:1:8 'node:fs' cannot be imported here.");
  });

  it('shows the learner the own line where a requirement fails', async () => {
    const { output } = await testWith(
      'export class User {\n  constructor() {\n    throw new TypeError("no user today");\n  }\n}',
    );

    expect(output).toContain('TypeError: no user today');
    expect(output).toMatch(/src\/user\.ts:3:11/);
  });
});
