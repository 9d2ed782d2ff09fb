import type { DomainEvent } from 'past-tense';

export type UserRegistered = DomainEvent<'UserRegistered', { userId: string }>;
export type CouponIssued = DomainEvent<'CouponIssued', { userId: string; won: number }>;

/** What the tests publish. Your publisher takes any type of event. */
export type KitchenEvent = UserRegistered | CouponIssued;
