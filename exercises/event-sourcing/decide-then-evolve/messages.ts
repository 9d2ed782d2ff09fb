import type { Command, DomainEvent } from 'past-tense';

export type OrderKind = 'eat-in' | 'takeout' | 'delivery';
export type OrderedMenu = Readonly<{ menuId: string; portions: number }>;

/** Every command says which order it is about, when it was given, and which command it is. */
type About = { orderId: string; at: number; commandId: string };

export type PlaceOrder = Command<
  'PlaceOrder',
  // Whoever sends the command has looked up whether each menu is displayed or hidden.
  About & { kind: OrderKind; lines: readonly Readonly<OrderedMenu & { displayed: boolean }>[] }
>;
export type AcceptOrder = Command<'AcceptOrder', About>;
export type ServeOrder = Command<'ServeOrder', About>;
export type StartDelivery = Command<'StartDelivery', About & { rider: string }>;
export type FinishDelivery = Command<'FinishDelivery', About>;
export type CompleteOrder = Command<'CompleteOrder', About>;
export type CancelOrder = Command<'CancelOrder', About & { reason: string }>;

export type OrderCommand =
  PlaceOrder | AcceptOrder | ServeOrder | StartDelivery | FinishDelivery | CompleteOrder | CancelOrder;

export type OrderPlaced = DomainEvent<
  'OrderPlaced',
  { orderId: string; kind: OrderKind; lines: readonly OrderedMenu[] }
>;
export type OrderAccepted = DomainEvent<'OrderAccepted', { orderId: string }>;
export type OrderServed = DomainEvent<'OrderServed', { orderId: string }>;
export type DeliveryStarted = DomainEvent<'DeliveryStarted', { orderId: string; rider: string }>;
export type OrderDelivered = DomainEvent<'OrderDelivered', { orderId: string }>;
export type OrderCompleted = DomainEvent<'OrderCompleted', { orderId: string }>;
export type OrderCancelled = DomainEvent<'OrderCancelled', { orderId: string; reason: string }>;

export type OrderEvent =
  | OrderPlaced
  | OrderAccepted
  | OrderServed
  | DeliveryStarted
  | OrderDelivered
  | OrderCompleted
  | OrderCancelled;

/** The fact that a command led to: it happened when the command was given, and its id comes from the command's. */
export function fact<Type extends string, Data extends object>(
  command: OrderCommand,
  type: Type,
  data: Data,
): DomainEvent<Type, Data> {
  return { type, data, eventId: `${command.data.commandId}/${type}`, occurredAt: command.data.at };
}
