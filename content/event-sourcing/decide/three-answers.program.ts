/** Three commands for one bill. The lesson asks what run() returns. */
import { fold } from 'past-tense';
import { answerTo, billDecider, served, settle, takeOff } from './bill.program.ts';

export function run(): string {
  // #region run
  const evening = [served('bibimbap', 12_000), served('tteokbokki', 9_000)];
  const { initialState, decide, evolve } = billDecider;
  const settled = decide(settle(), fold(evolve, initialState(), evening));

  const answers = [
    answerTo(settle(), evening),
    answerTo(settle(), [...evening, ...settled]),
    answerTo(takeOff('tteokbokki', 9_000), [...evening, ...settled]),
  ];
  return answers.join(', ');
  // #endregion run
}
