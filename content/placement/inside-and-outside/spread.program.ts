/** A member is renamed inside, and the partner notices. The lesson asks what run() returns. */

// #region run
const toPartner = (event: { type: string; data: object }): string =>
  JSON.stringify({ name: event.type, ...event.data });

const greeting = (json: string): string => {
  const { memberName } = JSON.parse(json) as { memberName?: string };
  return `Welcome, ${memberName}!`;
};

export function run(): string {
  const onFriday = { type: 'MemberRegistered', data: { memberName: 'Mina', passwordHash: '$2b$…' } };
  // On Saturday somebody renames a field, with the editor’s help, in every file of Haru Kitchen.
  const onMonday = { type: 'MemberRegistered', data: { nickname: 'Jun', passwordHash: '$2b$…' } };

  return [onFriday, onMonday].map((event) => greeting(toPartner(event))).join(' ');
}
// #endregion run
