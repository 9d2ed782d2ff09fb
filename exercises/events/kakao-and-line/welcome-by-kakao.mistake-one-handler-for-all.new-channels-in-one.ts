import type { UserRegistered } from './events.ts';
import type { MessageGateway } from './gateways.ts';

/** Whenever a user registered, congratulate by messenger. */
export function welcomeByKakao(kakao: MessageGateway, line: MessageGateway): (event: UserRegistered) => void {
  return ({ data }) => {
    const { phone, lineId } = data.contact;
    kakao.send(phone, `Welcome to Haru Kitchen, ${data.name}.`);
    if (lineId !== undefined) line.send(lineId, `Welcome to Haru Kitchen, ${data.name}.`);
  };
}
