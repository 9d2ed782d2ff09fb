import type { Exercise } from '../../course/exercises.ts';
import type { Tape } from '../../sandbox/tape.ts';
import { compareTapes } from '../../timeline/parting.ts';
import type { Verdict } from '../../workbench/verdict.ts';
import type { JudgedExercise } from '../judge-exercise.ts';

/** Complaints about tapes: what is right must not be shown as different. */
export function tapeComplaints({ folder, files }: Exercise, judged: JudgedExercise): string[] {
  const ours = tapeOf(judged.solution);
  if (!ours) return [];
  const cut = ours.cut
    ? [
        `${folder}/${files.tests.join(', ')}: its tape is too long. Attach fewer events or offers, or smaller states.`,
      ]
    : [];
  const different = judged.alternatives.flatMap(({ files: [file], verdict }) => {
    const tape = tapeOf(verdict);
    if (!tape) return [];
    const { parted, future } = compareTapes(tape, ours);
    const where = parted[0] ?? future;
    if (!where) return [];
    return [
      `${folder}/${file}: on the tape it parts from the solution after ${where.at} events. Let the test say with compares what of a state is not free.`,
    ];
  });
  return [...cut, ...different];
}

const tapeOf = (verdict: Verdict): Tape | undefined =>
  verdict.kind === 'passed' ? verdict.report.tape : undefined;
