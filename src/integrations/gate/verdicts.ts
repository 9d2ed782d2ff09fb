import type { Exercise } from '../../course/exercises.ts';
import type { Verdict } from '../../workbench/verdict.ts';
import { indistinct, type JudgedExercise, type JudgedVariant } from '../judge-exercise.ts';

/** Complaints about how the variants were judged: paths from the project's root, what was found, what to do. */
export function verdictComplaints(exercise: Exercise, judged: JudgedExercise): string[] {
  const { folder, files, settings } = exercise;
  const complaints = [
    starterComplaint(files.starters[0]!, judged.starter),
    passComplaint(files.solution[0]!, 'The solution', judged.solution),
    ...judged.alternatives.map(({ files: [file], verdict }) =>
      passComplaint(file!, 'An alternative', verdict),
    ),
    ...judged.mistakes.map((mistake) => mistakeComplaint(mistake, settings.ends[mistake.name] ?? 'failed')),
  ];
  return [
    ...complaints.flatMap((complaint) => (complaint ? [`${folder}/${complaint}`] : [])),
    ...countComplaints(exercise),
    ...Object.entries(judged.fingerprints).flatMap(([name, fingerprint]) => {
      if (fingerprint) return [];
      const [file, found, advice] = indistinct(exercise, name);
      return [`${file}: ${found}. ${advice}`];
    }),
  ];
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

function mistakeComplaint(
  { files: [file], verdict }: JudgedVariant,
  ends: Verdict['kind'],
): string | undefined {
  if (verdict.kind === ends) return undefined;
  const advice =
    verdict.kind === 'crashed' || verdict.kind === 'timed-out'
      ? 'If that is the mistake, say so under ends in exercise.yaml; else let a test tell it apart.'
      : `A known mistake ${ends === 'failed' ? 'fails by a test' : `ends as ${ends}`}; add the test that tells it apart.`;
  return `${file}: it ${happened(verdict)}. ${advice}`;
}

/** An exercise proves itself by an alternative, two mistakes and a second spelling of one of them. */
function countComplaints({ folder, files: { variants } }: Exercise): string[] {
  const mistakes = variants.filter(({ role }) => role === 'mistake');
  const lacks = [
    variants.some(({ role }) => role === 'alternative')
      ? []
      : [
          'no alternative solution. Add x.alternative-<name>.ts, built differently from lesson and starter alone.',
        ],
    new Set(mistakes.map(({ name }) => name)).size >= 2
      ? []
      : ['fewer than two known mistakes. Add x.mistake-<name>.ts and its feedback in both languages.'],
    mistakes.some(({ spelling }) => spelling)
      ? []
      : [
          'no mistake in a second spelling. Add x.mistake-<name>.<spelling>.ts: the same mistake, written differently.',
        ],
  ];
  return lacks.flat().map((lack) => `${folder}: ${lack}`);
}

/** `passes`, or how it ended with the first thing that is known of it. */
export function happened(verdict: Verdict): string {
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
