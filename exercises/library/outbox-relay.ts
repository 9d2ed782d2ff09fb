import type { MessageBroker } from './message-broker.ts';
import { orderingKey, type Outbox } from './outbox.ts';
import { during } from './recording.ts';
import { rethrowCrash } from './simulated-crash.ts';

/** Brings messages from the outbox to the broker. Elsewhere: polling publisher, message relay. */
export interface OutboxRelay {
  /**
   * Sends what may be sent now and tells how many messages were `sent`, how many `failed`, and how many were `blocked`
   * behind one that has just failed. Call it outside of a transaction, so that each mark is a commit of its own.
   */
  poll(): { sent: number; failed: number; blocked: number };
}

/**
 * A relay that delivers at least once: it sends, then marks, one message after the other. If the process dies in between,
 * the message is sent again: one repetition for one crash. It remembers nothing, so a new relay goes on where the old one
 * died. Marking first would lose the message instead.
 *
 * Messages about one aggregate arrive in order. One that fails holds up those behind it, and no others; so does one that is
 * parked, until it is released. Who overtook it would tell the receiver of a state that never was.
 *
 * Source: polling, and order by aggregate, as in Eventuate Tram at b50d8e7. There is one relay at a time; two would send
 * twice and overtake each other.
 *
 * @param broker Its `send` throws if the message was not taken.
 * @param options `limit`: how many messages one `poll` tries at most. Default 100.
 */
export function outboxRelay(
  outbox: Pick<Outbox, 'pending' | 'markSent' | 'markFailed'>,
  broker: Pick<MessageBroker, 'send'>,
  options: { limit?: number } = {},
): OutboxRelay {
  const { limit = 100 } = options;
  return { poll: () => during({ kind: 'call', place: 'process', name: words, label: 'poll()' }, poll) };

  function poll() {
    const result = { sent: 0, failed: 0, blocked: 0 };
    const heldUp = new Set<string>();
    for (const message of outbox.pending(limit)) {
      const key = orderingKey(message);
      if (heldUp.has(key)) {
        result.blocked += 1;
        continue;
      }
      try {
        broker.send(message);
      } catch (error) {
        rethrowCrash(error);
        outbox.markFailed(message.id, error);
        heldUp.add(key);
        result.failed += 1;
        continue;
      }
      outbox.markSent(message.id);
      result.sent += 1;
    }
    return result;
  }
}

const words = { en: 'Relay', ko: '릴레이' };
