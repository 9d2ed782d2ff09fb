/**
 * `hidden/requirements.test.js` of a downloaded project: what the page requires, told as tests of Vitest. They are
 * judged together before the first of them is told, because a verdict needs them all.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, it } from 'vitest';
import type { Sources } from '../compiler/build-options.ts';
import { translate } from '../i18n/translate.ts';
import type { TestReport } from '../sandbox/report.ts';
import { compiledName, projectPath, type ProjectExercise } from '../workbench/project-exercise.ts';
import type { Verdict } from '../workbench/verdict.ts';
import { judgeProject } from './judge.ts';
import { printedConsole, thrownBy, unjudged } from './tell.ts';

/** Imported, so that Vitest watches them. */
const texts = import.meta.glob<string>('../src/**/*.ts', { query: '?raw', import: 'default', eager: true });

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const exercise = JSON.parse(read('hidden/exercise.json')) as ProjectExercise;
const { editable, locale, modules, translations, tests, checks } = exercise;

let verdict: Verdict;

beforeAll(async () => {
  verdict = await judgeProject(
    {
      exercise,
      fixed: modules.map((module) => ({ ...module, code: read(`hidden/${compiledName(module.path)}`) })),
      harness: read('hidden/harness.js'),
      library: librarySources(),
    },
    Object.fromEntries(editable.map((path) => [path, textOf(path)])),
  );
  const error = unjudged(verdict, { root, locale, translations });
  if (error) throw error;
}, 60_000);

const requirements = [...tests, ...checks.map(({ name }) => name)];

for (const name of requirements) {
  // oxlint-disable-next-line vitest/valid-title -- the title is in the language of the page
  it(translate(name, translations), (context) => {
    const test = testNamed(name);
    printedConsole(verdict, name);
    if (test?.state === 'skipped') context.skip();
    const error = test && thrownBy(test, { root, translations });
    if (error) throw error;
  });
}

function testNamed(name: string): TestReport | undefined {
  if (verdict.kind !== 'passed' && verdict.kind !== 'failed') return undefined;
  const reported = verdict.kind === 'failed' ? verdict.tests : verdict.report.tests;
  const found = reported.find((test) => test.name === name);
  // A test that failed may have kept others from being reported.
  if (!found && verdict.kind === 'failed') return { ...notRun, name };
  return found;
}

const notRun = { state: 'skipped', durationMs: 0, assertions: 0, errors: [] } as const;

function textOf(path: string): string {
  const text = texts[`../${projectPath(path)}`];
  if (text === undefined) throw new Error(`${projectPath(path)} is missing. Put it back, or download again.`);
  return text;
}

function librarySources(): Sources {
  const names = readdirSync(join(root, 'past-tense')).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(names.map((name) => [`past-tense/${name}`, read(`past-tense/${name}`)]));
}
