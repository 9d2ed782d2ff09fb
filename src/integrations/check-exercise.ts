import type { Sources } from '../compiler/build-options.ts';
import type { Exercise } from '../course/exercises.ts';
import { translation } from '../i18n/translate.ts';
import { splitMessage } from '../sandbox/split-message.ts';
import type { Verdict } from '../workbench/verdict.ts';
import { compileExercise, runVariant } from './compile-exercise.ts';

export type VerdictKind = Verdict['kind'];

/** What the check found out about an exercise. */
export type ExerciseCheck = {
  readonly id: string;
  readonly starter: VerdictKind;
  readonly solution: VerdictKind;
  readonly alternatives: Readonly<Record<string, VerdictKind>>;
  readonly mistakes: Readonly<Record<string, VerdictKind>>;
  /** What is wrong with the exercise, each as `file: found. What to do.`; none if it is sound. */
  readonly complaints: readonly string[];
};

/** Judges every variant of an exercise as the browser would. Throws an AuthorError when it cannot be run at all. */
export async function checkExercise(exercise: Exercise, library: Sources): Promise<ExerciseCheck> {
  const bundle = await compileExercise(exercise, library);
  const run = (files: readonly string[]) => runVariant(exercise, bundle, files);
  const named = async (role: 'alternative' | 'mistake') =>
    Promise.all(
      exercise.files.variants
        .filter((variant) => variant.role === role)
        .map(async ({ name, files }) => ({ name, file: files[0]!, verdict: await run(files) })),
    );

  const starter = await run([]);
  const solution = await run(exercise.files.solution);
  const alternatives = await named('alternative');
  const mistakes = await named('mistake');
  const inFolder = (complaint: string | undefined) => (complaint ? [`${exercise.folder}/${complaint}`] : []);

  return {
    id: exercise.id,
    starter: starter.kind,
    solution: solution.kind,
    alternatives: kinds(alternatives),
    mistakes: kinds(mistakes),
    complaints: [
      inFolder(starterComplaint(exercise.files.starters[0]!, starter)),
      inFolder(passComplaint(exercise.files.solution[0]!, 'The solution', solution)),
      ...alternatives.map(({ file, verdict }) => inFolder(passComplaint(file, 'An alternative', verdict))),
      ...mistakes.map(({ file, verdict }) => inFolder(mistakeComplaint(file, verdict))),
      translationComplaints(exercise, bundle.tests, [starter, ...mistakes.map(({ verdict }) => verdict)]),
    ].flat(),
  };
}

function kinds(variants: readonly { name: string; verdict: Verdict }[]): Record<string, VerdictKind> {
  return Object.fromEntries(variants.map(({ name, verdict }) => [name, verdict.kind]));
}

function starterComplaint(file: string, verdict: Verdict): string | undefined {
  if (verdict.kind !== 'failed') {
    return `${file}: the starter ${happened(verdict)}. A starter compiles and fails by a test.`;
  }
  const failed = verdict.tests.find(({ state }) => state === 'failed');
  const [error] = failed?.errors ?? [];
  if (error?.assertion) return undefined;
  return (
    `${file}: the starter's first failing test, "${failed?.name}", throws "${error?.message}". ` +
    'The first thing that a learner reads is to be an assertion with a message that teaches.'
  );
}

function passComplaint(file: string, which: string, verdict: Verdict): string | undefined {
  if (verdict.kind === 'passed') return undefined;
  return `${file}: it ${happened(verdict)}. ${which} passes every hidden test; correct it or the test.`;
}

function mistakeComplaint(file: string, verdict: Verdict): string | undefined {
  if (verdict.kind === 'failed') return undefined;
  return `${file}: it ${happened(verdict)}. A known mistake fails by a test; add the test that tells it apart.`;
}

/** Names of tests, and what failing tests say, that a reader of another language would read in English. */
function translationComplaints(
  exercise: Exercise,
  names: readonly string[],
  verdicts: readonly Verdict[],
): string[] {
  const file = `${exercise.folder}/ko.mdx`;
  const { tests, messages } = exercise.texts.ko;
  const failed = verdicts.flatMap((verdict) => (verdict.kind === 'failed' ? verdict.tests : []));
  const lessons = failed.flatMap(({ errors }) =>
    errors.map((error) => splitMessage(error).lesson ?? []).flat(),
  );
  const untold = [...new Set(lessons)].filter((lesson) => translation(lesson, messages) === undefined);
  return [
    ...names
      .filter((name) => translation(name, tests) === undefined)
      .map((name) => `${file}: the test "${name}" has no Korean name. Add it under tests.`),
    ...untold.map(
      (lesson) => `${file}: what a test says, "${lesson}", is not said in Korean. Add it under messages.`,
    ),
  ];
}

/** `passes`, or how it ended with the first thing that is known of it. */
function happened(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'passed':
      return 'passes';
    case 'failed': {
      const failed = verdict.tests.find(({ state }) => state === 'failed');
      return `fails "${failed?.name}": ${failed?.errors[0]?.message}`;
    }
    case 'refused': {
      const [problem] = verdict.problems;
      return `does not compile (line ${problem?.line}: ${JSON.stringify(problem?.reason)})`;
    }
    case 'timed-out':
      return `is still running after ${verdict.limitMs} ms${verdict.running ? ` in "${verdict.running}"` : ''}`;
    case 'crashed':
      return `crashes: ${verdict.crash.kind === 'error' ? verdict.crash.errors[0]?.message : verdict.crash.kind}`;
    case 'cancelled':
    case 'unavailable':
      return `ends as ${verdict.kind}`;
  }
}
