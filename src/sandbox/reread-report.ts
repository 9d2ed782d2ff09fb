import { createCollector } from './collect-report.ts';
import { isRecord } from './read-value.ts';
import type { Ending, HarnessMessage, Report } from './report.ts';

/**
 * Reads a report that was stored. It is no more to be trusted than the messages that it was collected from, so it is
 * collected from them again. `ending` is not read: who kept the report knows it.
 */
export function rereadReport(stored: unknown, ending: Ending): Report | undefined {
  if (!isRecord(stored)) return undefined;
  const collector = createCollector(() => 0);
  for (const message of messagesOf(stored)) if (collector.accept(message) === 'flood') return undefined;
  const duration = stored['durationMs'];
  const durationMs = typeof duration === 'number' && Number.isFinite(duration) ? duration : 0;
  return { ...collector.report(ending), durationMs };
}

/** Shaped like messages of the sandbox, with contents of any shape. */
type Loose = { readonly kind: HarnessMessage['kind']; readonly [part: string]: unknown };

function messagesOf(stored: Record<string, unknown>): Loose[] {
  const all = (key: keyof Report) => (Array.isArray(stored[key]) ? (stored[key] as unknown[]) : []);
  return [
    ...all('loadErrors').map((error) => ({ kind: 'load-error' as const, error })),
    ...all('tests').map((test) => ({
      kind: 'test' as const,
      test,
    })),
    ...all('console').map((entry) => ({ kind: 'console' as const, entry })),
    ...(stored['consoleCut'] === true ? [{ kind: 'console-cut' as const }] : []),
    ...all('uncaught').map((error) => ({ kind: 'uncaught' as const, source: 'error', error })),
    ...all('unhandledRejections').map((error) => ({ kind: 'uncaught' as const, source: 'rejection', error })),
    ...all('drawings').map((drawing) => ({ kind: 'drawing' as const, drawing })),
    ...(stored['tape'] === undefined ? [] : [{ kind: 'tape' as const, tape: stored['tape'] }]),
  ];
}
