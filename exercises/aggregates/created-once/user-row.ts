/** What somebody fills in to become a member. */
export type Application = { email: string; nickname: string };

/** A row of the table `users`. */
export type UserRow = { id: string; email: string; nickname: string };
