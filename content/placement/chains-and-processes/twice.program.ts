/** An event is delivered twice. The lesson asks what run() returns. */
import { cateringDesk, type CateringEvent } from './catering.program.ts';

export function run(): string {
  const happened = (type: CateringEvent['type'], eventId: string): CateringEvent => ({
    type,
    data: { orderId: 'order-7' },
    eventId,
    occurredAt: 0,
  });
  // #region run
  const sent: string[] = [];
  const hears = cateringDesk(({ type }) => sent.push(type));

  hears(happened('CateringRequested', 'event-1'));
  hears(happened('RoomReserved', 'event-2'));
  hears(happened('RoomReserved', 'event-2')); // the same fact, delivered again
  hears(happened('IngredientsRefused', 'event-3'));

  return sent.join(' ');
  // #endregion run
}
