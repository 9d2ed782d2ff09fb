import { expect, it } from 'vitest';
import * as askedBack from './asked-back.program.ts';
import { border, type MemberRegistered } from './border.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as lost from './lost.program.ts';
import * as outbox from './outbox.program.ts';
import * as spread from './spread.program.ts';
import * as toldTwice from './told-twice.program.ts';

it('a field that is renamed inside is missing outside', () => {
  expect(spread.run()).toBe('Welcome, Mina! Welcome, undefined!');
});

it('whoever asks back is told what is true by then', () => {
  expect(askedBack.run()).toBe('4500 won, then 4500 won');
});

it('the border lets out what its contract names', () => {
  const registered: MemberRegistered = {
    type: 'MemberRegistered',
    data: { memberId: 'mina', nickname: 'Mina', phone: '010-1234-5678', passwordHash: 'x' },
    eventId: 'event-1',
    occurredAt: 0,
  };

  expect(border.toIntegrationEvent(registered)).toEqual({
    name: 'member.registered',
    version: 1,
    key: 'mina',
    messageId: 'event-1',
    payload: { memberId: 'mina', memberName: 'Mina', registeredAt: '1970-01-01T00:00:00.000Z' },
  });
  expect(
    border.toIntegrationEvent({
      type: 'PasswordChanged',
      data: { memberId: 'mina' },
      eventId: 'event-2',
      occurredAt: 0,
    }),
  ).toBeUndefined();
});

it('told twice: inside before the commit, outside after it', () => {
  const happened = happeningsOf(toldTwice.timeline);
  const [inside, commit, outside] = [
    'listener WelcomePoints: MemberRegistered',
    'committed transaction: COMMITTED',
    'message Loyalty partner: member.registered v1',
  ].map((line) => happened.indexOf(line));

  expect([inside! > 0, inside! < commit!, commit! < outside!]).toEqual([true, true, true]);
});

it('lost: the member is stored, and no message of hers is sent, before the restart or after it', () => {
  expect(shownOf(lost.timeline)).toEqual([
    'command caller: signUp(mina)',
    'began transaction: REQUIRED',
    'row members: members[mina]',
    'published publisher: MemberRegistered',
    'listener Border: MemberRegistered',
    'committed transaction: COMMITTED',
    'phase transaction: afterCompletion',
    'crash process: afterCommit',
    'call caller: after the restart',
    'command caller: signUp(jun)',
    'began transaction: REQUIRED',
    'row members: members[jun]',
    'published publisher: MemberRegistered',
    'listener Border: MemberRegistered',
    'committed transaction: COMMITTED',
    'phase transaction: afterCompletion',
    'message Loyalty partner: member.registered v1 (jun)',
  ]);
});

it('outbox: member and message are one commit, and the relay sends it after the restart', () => {
  expect(shownOf(outbox.timeline)).toEqual([
    'command caller: signUp(mina)',
    'began transaction: REQUIRED',
    'row members: members[mina]',
    'published publisher: MemberRegistered',
    'listener Border: MemberRegistered',
    'row outbox: outbox[event-1]',
    'committed transaction: COMMITTED',
    'crash process: afterCommit',
    'call caller: after the restart',
    'call Relay: poll()',
    'message Message broker: member.registered',
    'listener LoyaltyPartner: member.registered',
    'row outbox: outbox[event-1]',
  ]);
});

/** Without what the picture does not show: everything that the crash went through. */
const shownOf = (timeline: () => () => void): string[] =>
  happeningsOf(timeline).filter((line) => !line.includes('SimulatedCrash'));
