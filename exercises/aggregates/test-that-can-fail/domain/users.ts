import type { User } from './user.ts';

/** A port: what Haru Kitchen needs from the place where its members are kept. Who does it stands outside. */
export interface Users {
  findById(id: string): User | undefined;
  save(user: User): void;
}
