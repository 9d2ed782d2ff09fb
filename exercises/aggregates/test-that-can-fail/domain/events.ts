/** Member `userId` has a new password. Says that it changed, never what it was or is. */
export type PasswordChanged = Readonly<{
  type: 'PasswordChanged';
  data: Readonly<{ userId: string }>;
  eventId: string;
  occurredAt: number;
}>;

/** A port: makes an event with its id and time. Whoever makes a user hands one in; the library's factory fits. */
export type EventStamp = (type: 'PasswordChanged', data: { userId: string }) => PasswordChanged;
