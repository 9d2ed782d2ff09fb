/** The sign-up after the branches with Kakao and LINE were merged by hand. */
import type { Gateway, Member } from './sign-up.program.ts';

export interface Channels {
  readonly email: Gateway;
  readonly sms: Gateway;
  readonly kakao: Gateway;
  readonly line: Gateway;
}

export function signUpService(
  members: { put(member: Member): void },
  transaction: (work: () => void) => void,
  { email, kakao, line }: Channels,
) {
  return {
    // #region sign-up
    signUp(member: Member): void {
      transaction(() => {
        members.put(member);
        email.send(member.email, `Welcome to Haru Kitchen, ${member.name}.`);
        kakao.send(member.phone, `Welcome to Haru Kitchen, ${member.name}.`);
        if (member.lineId !== undefined) {
          line.send(member.lineId, `Welcome to Haru Kitchen, ${member.name}.`);
        }
      });
    },
    // #endregion sign-up
  };
}
