/** The border of Haru Kitchen: contracts, field by field. */
import { integrationEventTranslator, type DomainEvent } from 'past-tense';

// #region inside
export type MemberRegistered = DomainEvent<
  'MemberRegistered',
  { memberId: string; nickname: string; phone: string; passwordHash: string }
>;
export type PasswordChanged = DomainEvent<'PasswordChanged', { memberId: string }>;
// #endregion inside

// #region border
export const border = integrationEventTranslator<MemberRegistered | PasswordChanged>({
  MemberRegistered: {
    name: 'member.registered',
    version: 1,
    key: ({ data }) => data.memberId,
    payload: ({ data, occurredAt }) => ({
      memberId: data.memberId,
      memberName: data.nickname,
      registeredAt: new Date(occurredAt).toISOString(),
    }),
  },
  // PasswordChanged has no contract: it stays inside.
});
// #endregion border
