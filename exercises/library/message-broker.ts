import type { Subscription } from './event-publisher.ts';
import type { OutboxMessage } from './outbox.ts';
import { during } from './recording.ts';
import { rethrowCrash } from './simulated-crash.ts';

/**
 * Carries messages to other systems. It knows nothing of our transactions: what was sent cannot be taken back.
 *
 * Elsewhere: Kafka, RabbitMQ, Amazon SQS.
 */
export interface MessageBroker {
  /** Takes the message and brings it to every consumer. What a consumer throws is no matter of the sender's. */
  send(message: OutboxMessage): void;
  /**
   * Adds a consumer, which gets what is sent from now on, in order. One whose id was there before takes its place and goes
   * on behind the last message that was consumed: that is how a consumer is started again.
   *
   * @param options `id`: names the consumer. Without one it is called after its number: `consumer#1`.
   */
  subscribe(consumer: (message: OutboxMessage) => void, options?: { id?: string }): Subscription;
  /** Brings to every consumer what it has not consumed yet, such as a message that it threw at. `send` does so, too. */
  deliver(): void;
}

/**
 * A broker that lives as long as the object, and delivers within the call. A consumer that throws gets the same message
 * again at the next delivery, before any later one; the error is logged. Real brokers differ in how often they try, and
 * where they put what nobody can consume.
 */
export function inMemoryMessageBroker(): MessageBroker {
  const taken: OutboxMessage[] = [];
  const queues = new Map<string, Queue>();

  const deliver = (): void => {
    for (const [id, queue] of queues) deliverTo(id, queue, taken);
  };

  return {
    send(message) {
      const sent = Object.freeze({ ...message });
      const label = message.type;
      during({ kind: 'message', place: 'external', name: words, label, payload: sent, as: sent }, () => {
        taken.push(sent);
        deliver();
      });
    },

    subscribe(consume, { id = `consumer#${queues.size + 1}` } = {}) {
      const queue = queues.get(id) ?? { consumed: taken.length, isBusy: false, consumer: undefined };
      const consumer = { consume };
      queue.consumer = consumer;
      queues.set(id, queue);
      deliverTo(id, queue, taken);
      return {
        unsubscribe() {
          if (queue.consumer === consumer) queue.consumer = undefined;
        },
      };
    },

    deliver,
  };
}

type Queue = {
  /** How many of all messages are behind it. */
  consumed: number;
  /** Whether it consumes one right now. */
  isBusy: boolean;
  consumer: { readonly consume: (message: OutboxMessage) => void } | undefined;
};

function deliverTo(id: string, queue: Queue, messages: readonly OutboxMessage[]): void {
  // What a consumer sends comes to it after it has returned, by the loop that called it.
  if (queue.isBusy) return;
  queue.isBusy = true;
  try {
    while (queue.consumer && queue.consumed < messages.length) {
      const { consume } = queue.consumer;
      const message = messages[queue.consumed]!;
      const { type: label } = message;
      during({ kind: 'listener', place: 'external', name: id, label, cause: message }, () =>
        consume(message),
      );
      queue.consumed += 1;
    }
  } catch (error) {
    rethrowCrash(error);
    console.error(`${id} threw at a message, and will get it again:`, error);
  } finally {
    queue.isBusy = false;
  }
}

const words = { en: 'Message broker', ko: '메시지 브로커' };
