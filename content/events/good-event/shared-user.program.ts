/** Two handlers receive an event that holds the member. The lesson asks what run() returns. */
type Registered = Readonly<{ type: 'UserRegistered'; user: { id: string; name: string } }>;

// #region run
function countInStatistics({ user }: Registered): void {
  user.name = 'M.'; // no full names in the reports
}

function welcomeLetter({ user }: Registered): string {
  return `Dear ${user.name}`;
}

export function run(): string {
  const mina = { id: 'mina', name: 'Mina Kim' };
  const event = Object.freeze({ type: 'UserRegistered', user: mina } as const);

  try {
    countInStatistics(event);
    return welcomeLetter(event);
  } catch {
    return 'refused: the event is frozen';
  }
}
// #endregion run
