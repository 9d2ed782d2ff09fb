import { AggregateRoot, type EventFactory } from 'past-tense';
import type { PasswordChanged } from './events.ts';

/** A new password has at least this many characters. */
export const MINIMUM_PASSWORD_LENGTH = 8;

/** A member of Haru Kitchen. What a change must satisfy is a policy's business, not the member's. */
export class User extends AggregateRoot<PasswordChanged> {
  readonly id: string;
  readonly #event: EventFactory;
  readonly #policy: PasswordPolicy;
  #password: Password;

  constructor(id: string, password: string, event: EventFactory, policy = houseRules) {
    super();
    this.id = id;
    this.#password = new Password(password);
    this.#event = event;
    this.#policy = policy;
  }

  hasPassword(candidate: string): boolean {
    return this.#password.equals(new Password(candidate));
  }

  changePassword(current: string, next: string): void {
    const change = { stored: this.#password, current: new Password(current), next: new Password(next) };
    const reasons = this.#policy.filter((rule) => rule.isBroken(change)).map((rule) => rule.reason);
    if (reasons.length > 0) throw new PasswordRefused(reasons);

    this.#password = change.next;
    this.registerEvent(this.#event('PasswordChanged', { userId: this.id }));
  }
}

/** Carries every broken rule, so that a form can show all of them at once. */
export class PasswordRefused extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join(' '));
    this.name = 'PasswordRefused';
    this.reasons = reasons;
  }
}

class Password {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length;
  }

  equals(other: Password): boolean {
    return this.#text === other.#text;
  }
}

type PasswordChange = Readonly<{ stored: Password; current: Password; next: Password }>;
type PasswordRule = Readonly<{ reason: string; isBroken: (change: PasswordChange) => boolean }>;
type PasswordPolicy = readonly PasswordRule[];

const houseRules: PasswordPolicy = [
  { reason: 'The current password is not correct.', isBroken: (c) => !c.current.equals(c.stored) },
  {
    reason: `A new password needs at least ${MINIMUM_PASSWORD_LENGTH} characters.`,
    isBroken: (c) => c.next.length < MINIMUM_PASSWORD_LENGTH,
  },
  { reason: 'The new password is the current one.', isBroken: (c) => c.next.equals(c.stored) },
];
