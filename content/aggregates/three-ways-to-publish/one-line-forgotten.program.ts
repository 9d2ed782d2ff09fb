/** In each of the three styles one line is forgotten. The lesson asks what run() returns. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  publishingRepository,
  tableRepository,
  type EventFactory,
  type EventPublisher,
  type Repository,
} from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User as PlainUser, type PasswordChanged } from './by-hand.program.ts';
import { User as SpeakingUser } from './on-save.program.ts';
import { User as ReturningUser } from './returned.program.ts';

export function run(): string {
  // #region run
  const byHand = attempt(plainUsers, (users) => {
    const user = users.findById('sora')!;
    user.changePassword('new-secret');
    users.save(user);
    // forgotten: publisher.publish(…)
  });

  const onSave = attempt(speakingUsers, (users) => {
    const user = users.findById('sora')!;
    user.changePassword('new-secret');
    // forgotten: users.save(user)
  });

  const returned = attempt(returningUsers, (users) => {
    const user = users.findById('sora')!;
    user.changePassword('new-secret');
    users.save(user);
    // forgotten: what changePassword returned
  });

  return [byHand, onSave, returned].join(' | ');
  // #endregion run
}

type Row = { id: string; password: string };
type Stored = { readonly id: string; readonly password: string };
type Users<U extends Stored> = (
  publisher: EventPublisher<PasswordChanged>,
  event: EventFactory,
) => { readonly users: Repository<U>; readonly sora: U };

/** Runs the work on a stored user and says what became of the change and of the news. */
function attempt<U extends Stored>(make: Users<U>, work: (users: Repository<U>) => void): string {
  const publisher = eventPublisher<PasswordChanged>();
  let told = 0;
  publisher.subscribe('PasswordChanged', () => {
    told += 1;
  });
  const { users, sora } = make(publisher, eventFactory(fixedClock(0), sequentialIds()));
  users.save(sora);
  work(users);
  const stored = users.findById('sora')?.password === 'new-secret';
  return `${stored ? 'stored' : 'lost'}, told ${told}`;
}

const plainUsers: Users<PlainUser> = () => ({
  users: repository((id, password) => new PlainUser(id, password)),
  sora: new PlainUser('sora', 'old-secret'),
});

const speakingUsers: Users<SpeakingUser> = (publisher, event) => ({
  users: publishingRepository(
    repository((id, password) => new SpeakingUser(id, password, event)),
    publisher,
  ),
  sora: new SpeakingUser('sora', 'old-secret', event),
});

const returningUsers: Users<ReturningUser> = (_, event) => ({
  users: repository((id, password) => new ReturningUser(id, password, event)),
  sora: new ReturningUser('sora', 'old-secret', event),
});

function repository<U extends Stored>(make: (id: string, password: string) => U): Repository<U> {
  return tableRepository<U, Row>({
    table: inMemoryDatabase().table('users'),
    toRow: ({ id, password }) => ({ id, password }),
    fromRow: ({ id, password }) => make(id, password),
  });
}
