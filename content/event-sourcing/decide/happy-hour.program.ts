/** A discount until 18:00, decided by the clock on the wall and by the time of the command. The lesson asks what run() returns. */
import type { Clock, Command } from 'past-tense';
import { fixedClock } from 'past-tense/testing';

// #region decide
type Order = Command<'Order', { dish: string; won: number; at: number }>;

const happyHourEnds = Date.UTC(2026, 2, 3, 9, 0); // 18:00 in Seoul

const byTheClock = (clock: Clock) => (order: Order) =>
  clock.now() < happyHourEnds ? order.data.won / 2 : order.data.won;

const byTheCommand = (order: Order) => (order.data.at < happyHourEnds ? order.data.won / 2 : order.data.won);
// #endregion decide

export function run(): string {
  // #region run
  const clock = fixedClock(happyHourEnds - 1_000);
  const order: Order = { type: 'Order', data: { dish: 'pajeon', won: 14_000, at: clock.now() } };
  const decide = byTheClock(clock);

  const first = [decide(order), byTheCommand(order)];
  clock.moveTo(happyHourEnds + 1_000); // somebody else came first: the command is handled again
  const second = [decide(order), byTheCommand(order)];

  return `first ${first.join(' and ')}, again ${second.join(' and ')}`;
  // #endregion run
}
