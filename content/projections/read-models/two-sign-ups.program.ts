/** Two sign-ups with one address, both checked against a view. The lesson asks what run() returns. */
import { eventFactory, inMemoryEventStore, projector, type DomainEvent, type Projection } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

type MemberRegistered = DomainEvent<'MemberRegistered', { email: string }>;

const emails: Projection<Readonly<Record<string, true>>, MemberRegistered> = {
  name: 'emails',
  version: 1,
  initial: () => ({}),
  when: { MemberRegistered: (view, { event }) => ({ ...view, [event.data.email]: true }) },
};

const NEW = { expectedRevision: 'no_stream' } as const;

export function run(): string {
  const clock = fixedClock(0);
  const event = eventFactory(clock, sequentialIds());
  const store = inMemoryEventStore<MemberRegistered>(clock);
  const view = projector(store, emails);
  // #region run
  function register(memberId: string, email: string): void {
    if (view.view()[email]) throw new Error(`${email} is taken.`);
    const registered = event('MemberRegistered', { email });
    store.appendToStream(`member-${memberId}`, [registered], NEW);
  }

  register('1', 'mina@haru.example');
  register('2', 'mina@haru.example'); // a double click
  view.catchUp(); // runs every second

  const members = store.readAll().length;
  const addresses = Object.keys(view.view()).length;
  // #endregion run
  return `members: ${members}, addresses: ${addresses}`;
}
