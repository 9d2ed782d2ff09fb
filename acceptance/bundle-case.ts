import { compileNative } from '../src/compiler/compile-native.ts';
import type { Sources } from '../src/compiler/build-options.ts';
import { librarySources } from '../src/integrations/library-sources.ts';
import type { JobModule, ModuleRole, Trial } from '../src/sandbox/report.ts';
import { testPackages } from '../src/sandbox/test-packages.ts';
import type { ExerciseBundle } from '../src/workbench/exercise-bundle.ts';
import { defaultTests, right, type Case } from './case.ts';
import type { Task } from './task.ts';

const library = librarySources('.');
let libraryModules: Promise<JobModule[]> | undefined;

/** The case as the page carries it out: an exercise as a build would ship it, and the learner's files. */
export async function taskOf(one: Case, addresses: Readonly<Record<string, string>>): Promise<Task> {
  const addressed = one.code.replace(/\{(\w+)\}/g, (whole, name: string) => addresses[name] ?? whole);
  const specs = (text: string | undefined): Sources => (text === undefined ? {} : { './a.spec.ts': text });
  const next = one.solution === 'own' ? addressed : (one.solution ?? right);
  return {
    kind: 'run',
    id: one.id,
    bundle: await bundleOf(one),
    files: { './a.ts': addressed, ...specs(one.trials?.spec) },
    ...(one.press ? { press: one.press } : {}),
    ...(one.solution === 'none' ? {} : { next: { './a.ts': next, ...specs(one.trials?.good) } }),
  };
}

async function bundleOf({
  tests,
  names,
  given = {},
  trials,
  intrinsics,
  solution = right,
}: Case): Promise<ExerciseBundle> {
  libraryModules ??= compiled('library', library, []);
  const hidden = { './a.test.ts': `${imports}${tests ?? defaultTests.tests}` };
  const editable = trials ? ['./a.ts', './a.spec.ts'] : ['./a.ts'];
  const subjects: Sources = trials
    ? {
        './a.right.ts': trials.correct,
        ...Object.fromEntries(Object.entries(trials.faulty).map(([name, code]) => [`./a.${name}.ts`, code])),
      }
    : {};
  const plan = {
    entry: './a.test.ts',
    trials: trials ? trialsOf(trials) : [],
    ...(intrinsics ? { intrinsics } : {}),
  };
  return {
    fixed: [
      ...(await libraryModules),
      ...(await compiled('given', given, ['./a.ts', 'past-tense/index.ts'])),
      ...(await compiled('test', hidden, [
        ...editable,
        ...Object.keys(given),
        ...Object.keys(library),
        ...testPackages,
      ])),
      ...(await compiled('subject', subjects, ['past-tense/index.ts'])),
    ],
    rehearsal: await compiled(
      'learner',
      solution === 'own' || solution === 'none' ? {} : { './a.ts': solution },
      [...Object.keys(given), 'past-tense/index.ts'],
    ),
    plan,
    tests: [...(names ?? defaultTests.names), ...plan.trials.map(({ requirement }) => requirement)],
    checks: [],
    fingerprints: {},
  };
}

/** What every hidden test may use; imports that a test does not need are dropped by the compiler. */
const imports = `
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachDrawing, attachTape } from 'past-tense/drawing';
import * as library from 'past-tense';
import * as testing from 'past-tense/testing';
import * as a from './a.ts';
import { f } from './a.ts';
`;

const trialsOf = ({ faulty }: NonNullable<Case['trials']>): Trial[] => [
  trial('your test passes for correct code', 'pass', 'right'),
  ...Object.keys(faulty).map((name) => trial(`your test notices: ${name}`, 'fail', name)),
];

const trial = (requirement: string, expects: Trial['expects'], subject: string): Trial => ({
  requirement,
  expects,
  specs: ['./a.spec.ts'],
  subjects: { './a.ts': `./a.${subject}.ts` },
});

async function compiled(
  role: ModuleRole,
  sources: Sources,
  available: readonly string[],
): Promise<JobModule[]> {
  const compilation = await compileNative({ sources, available });
  if (compilation.kind === 'refused') throw new Error(JSON.stringify(compilation.problems, null, 2));
  return compilation.modules.map(({ path, code }) => ({ path, role, code }));
}
