import type { Sources } from '../compiler/build-options.ts';
import type { Exercise } from '../course/exercises.ts';
import type { Fingerprint } from '../workbench/fingerprint.ts';
import type { Verdict } from '../workbench/verdict.ts';
import { isolationComplaints } from './gate/isolation.ts';
import { proofComplaints } from './gate/proofs.ts';
import { samenessComplaints } from './gate/sameness.ts';
import { stabilityComplaints } from './gate/stability.ts';
import { tapeComplaints } from './gate/tapes.ts';
import { translationComplaints } from './gate/translations.ts';
import { typeComplaints } from './gate/types.ts';
import { verdictComplaints } from './gate/verdicts.ts';
import { judgeExercise, type JudgedVariant } from './judge-exercise.ts';

export type VerdictKind = Verdict['kind'];

/** What the check found out about an exercise. */
export type ExerciseCheck = {
  readonly id: string;
  readonly starter: VerdictKind;
  readonly solution: VerdictKind;
  /** By name; another spelling of a mistake as `name.spelling`. */
  readonly alternatives: Readonly<Record<string, VerdictKind>>;
  readonly mistakes: Readonly<Record<string, VerdictKind>>;
  /** What tells each mistake from every other run. */
  readonly fingerprints: Readonly<Record<string, Fingerprint | undefined>>;
  /** Milliseconds of each variant's run on this machine; reported, never judged. */
  readonly ms: Readonly<Record<string, number>>;
  /** What is wrong with the exercise, each as `file: found. What to do.`; none if it is sound. */
  readonly complaints: readonly string[];
};

/** Puts an exercise through the gate. Throws an AuthorError when it cannot be run at all. */
export async function checkExercise(
  root: string,
  exercise: Exercise,
  library: Sources,
): Promise<ExerciseCheck> {
  const judged = await judgeExercise(exercise, library);
  const { starter, solution, alternatives, mistakes, fingerprints } = judged;
  const variants = [...alternatives, ...mistakes].map(
    (variant) => [variantName(variant), variant.verdict] as const,
  );
  return {
    id: exercise.id,
    starter: starter.kind,
    solution: solution.kind,
    alternatives: kinds(alternatives),
    mistakes: kinds(mistakes),
    fingerprints,
    ms: Object.fromEntries(
      [['starter', starter] as const, ['solution', solution] as const, ...variants].map(milliseconds),
    ),
    complaints: [
      ...verdictComplaints(exercise, judged),
      ...proofComplaints(exercise, judged),
      ...tapeComplaints(exercise, judged),
      ...samenessComplaints(exercise),
      ...typeComplaints(root, exercise),
      ...(await stabilityComplaints(exercise, judged)),
      ...(await isolationComplaints(exercise, judged)),
      ...translationComplaints(exercise, judged),
    ],
  };
}

const variantName = ({ name, spelling }: JudgedVariant): string => (spelling ? `${name}.${spelling}` : name);

function kinds(variants: readonly JudgedVariant[]): Record<string, VerdictKind> {
  return Object.fromEntries(variants.map((variant) => [variantName(variant), variant.verdict.kind]));
}

function milliseconds([name, verdict]: readonly [string, Verdict]): [string, number] {
  return [name, 'report' in verdict ? Math.round(verdict.report.durationMs) : 0];
}
