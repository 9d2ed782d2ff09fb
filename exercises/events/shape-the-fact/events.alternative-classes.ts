import type { Clock, IdGenerator } from 'past-tense';
import type { Channel, Contact, User } from './user.ts';

/** What every fact has. A fact is frozen when it is made, with everything below it. */
abstract class Fact<Data extends object> {
  abstract readonly type: string;
  readonly data: Data;
  readonly eventId: string;
  readonly occurredAt: number;

  constructor(data: Data, clock: Clock, ids: IdGenerator) {
    this.data = data;
    this.eventId = ids.next();
    this.occurredAt = clock.now();
  }
}

export class UserRegistered extends Fact<{ userId: string; name: string; contact: ContactAtThatTime }> {
  readonly type = 'UserRegistered';
}

export class PasswordChanged extends Fact<{ userId: string }> {
  readonly type = 'PasswordChanged';
}

class ContactAtThatTime {
  readonly email: string;
  readonly phone: string;
  readonly channels: readonly Channel[];

  constructor(contact: Contact) {
    this.email = contact.email;
    this.phone = contact.phone;
    this.channels = contact.channels.slice();
  }
}

export function userRegistered(user: User, clock: Clock, ids: IdGenerator): UserRegistered {
  const { id: userId, name, contact } = user;
  return frozen(new UserRegistered({ userId, name, contact: new ContactAtThatTime(contact) }, clock, ids));
}

export function passwordChanged({ id: userId }: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  return frozen(new PasswordChanged({ userId }, clock, ids));
}

function frozen<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) frozen(part as object);
  }
  return Object.freeze(value);
}
