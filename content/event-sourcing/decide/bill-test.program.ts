/** The rules of a bill as sentences: given, when, then. */
import { answerTo, served, takeOff, type BillCommand, type BillEvent } from './bill.program.ts';

const given = (...history: readonly BillEvent[]) => ({
  when: (command: BillCommand) => answerTo(command, history),
});

export function outcomes(): readonly string[] {
  return [
    // #region test
    given(served('tteokbokki', 9_000)).when(takeOff('tteokbokki', 9_000)), // DishTakenOff
    given(served('platter', 90_000)).when(takeOff('platter', 45_000)), // refused
    // #endregion test
  ];
}
