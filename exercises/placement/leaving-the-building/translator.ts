import type { IntegrationEvent } from 'past-tense';
import type { InsideEvent } from './events.ts';

/** What other systems are told of this event, or undefined: it stays inside. */
export function toIntegrationEvent(_event: InsideEvent): IntegrationEvent | undefined {
  return undefined;
}
