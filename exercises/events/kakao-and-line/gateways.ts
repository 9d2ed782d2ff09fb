/** Somebody else's service that delivers messages. */
export interface MessageGateway {
  /** `to` is an address of this channel. */
  send(to: string, text: string): void;
}

export interface Gateways {
  /** Sends to an e-mail address. */
  readonly email: MessageGateway;
  /** Sends to a phone number. */
  readonly sms: MessageGateway;
  /** Sends to a phone number. */
  readonly kakao: MessageGateway;
  /** Sends to a LINE id. */
  readonly line: MessageGateway;
}
