import type { Command, DomainEvent } from 'past-tense';

type About = { orderId: string };
type Payment = { orderId: string; paymentId: string; amount: number };

/** What happened. Amounts are whole won. */
export type OrderEvent =
  | DomainEvent<'OrderPlaced', { orderId: string; amount: number }>
  | DomainEvent<'PaymentReceived', Payment>
  | DomainEvent<'PaymentDeclined', About>
  /** A clock outside watched the order, and the time for its payment is up. */
  | DomainEvent<'PaymentTimedOut', About>
  | DomainEvent<'OrderAccepted', About>
  /** The kitchen cannot cook it. */
  | DomainEvent<'OrderRejected', About>;

/** What the process may ask for. */
export type OrderCommand =
  | Command<'RequestPayment', { orderId: string; amount: number }>
  /** To the kitchen. */
  | Command<'AcceptOrder', About>
  | Command<'RefundPayment', Payment>
  | Command<'CancelOrder', About>;
