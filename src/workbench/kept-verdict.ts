import type { Sources } from '../compiler/build-options.ts';
import type { Problem } from '../compiler/compile-modules.ts';
import { forgetLastVerdict, keepLastVerdict, readLastVerdict } from '../progress/last-verdict.ts';
import { readRecording, type Recording, type Recordings } from '../sandbox/recording.ts';
import { cutText, isRecord, list } from '../sandbox/read-value.ts';
import type { Ending } from '../sandbox/report.ts';
import { rereadReport } from '../sandbox/reread-report.ts';
import type { RunState } from './run.ts';
import type { Verdict } from './verdict.ts';

/**
 * A verdict that outlives its page, for a change of language or a reload:
 *
 *     { "v": 1, "bundle": "aggregates.change-password.1f0c….json", "files": { "./user.ts": "…" },
 *       "verdict": { "kind": "failed", … }, "mistakes": ["literal-id"],
 *       "recordings": { "publishes the event": { "version": 1, … } } }
 *
 * It is only shown. What counts is recorded when a run has ended.
 */
type Kept = {
  readonly v: 1;
  /** The name of what judged, which holds a hash of it. */
  readonly bundle: string;
  /** What was judged. */
  readonly files: Sources;
  readonly verdict: Verdict;
  readonly mistakes: readonly string[];
  /** By the names of tests; none if they are not known yet, or too large. */
  readonly recordings?: Readonly<Record<string, Recording>>;
};

export type Judged = Extract<RunState, { kind: 'judged' }>;

export function keepVerdict(
  exercise: string,
  bundle: string,
  files: Sources,
  { verdict, mistakes }: Judged,
  recordings: Recordings = new Map(),
): void {
  if (verdict.kind === 'cancelled' || verdict.kind === 'unavailable') return forgetLastVerdict(exercise);
  const told = verdict.kind === 'failed' ? { ...verdict.report, tests: verdict.tests } : undefined;
  const whole = told ? { ...verdict, tests: [], report: told } : verdict;
  const kept: Kept = { v: 1, bundle: nameOf(bundle), files, verdict: whole, mistakes };
  keepLastVerdict(exercise, { ...kept, recordings: Object.fromEntries(recordings) }, kept);
}

/** The verdict that was kept of this exercise as it is, and the files that were judged. */
export function recallVerdict(
  exercise: string,
  bundle: string,
): { readonly files: Sources; readonly run: Judged; readonly recordings: Recordings } | undefined {
  const kept = readLastVerdict(exercise);
  if (!isRecord(kept) || kept['v'] !== 1 || kept['bundle'] !== nameOf(bundle)) return undefined;
  const { files, verdict, mistakes } = kept;
  if (!isRecord(files) || !Object.values(files).every((text) => typeof text === 'string')) return undefined;
  const read = isRecord(verdict) ? readVerdict(verdict) : undefined;
  if (!read) return undefined;
  const names = list(mistakes, 20).filter((name) => typeof name === 'string');
  return {
    files: files as Sources,
    run: { kind: 'judged', verdict: read, mistakes: names },
    recordings: readRecordings(kept['recordings']),
  };
}

function readRecordings(stored: unknown): Recordings {
  const read = new Map<string, Recording>();
  for (const [test, recorded] of Object.entries(isRecord(stored) ? stored : {})) {
    const recording = readRecording(recorded);
    if (recording) read.set(test, recording);
  }
  return read;
}

const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

function readVerdict(verdict: Record<string, unknown>): Verdict | undefined {
  const reportAt = (ending: Ending) => rereadReport(verdict['report'], ending);
  switch (verdict['kind']) {
    case 'refused': {
      const problems = list(verdict['problems'], 50).filter(isRecord).map(readProblem);
      return problems.length > 0 ? { kind: 'refused', problems } : undefined;
    }
    case 'passed': {
      const report = reportAt({ kind: 'ended' });
      const holds =
        report && report.tests.length > 0 && report.tests.every(({ state }) => state === 'passed');
      return holds ? { kind: 'passed', report } : undefined;
    }
    case 'failed': {
      const report = reportAt({ kind: 'ended' });
      return report && { kind: 'failed', tests: report.tests, report };
    }
    case 'timed-out': {
      const limitMs = number(verdict['limitMs']);
      const running = cutText(verdict['running'], 500);
      const told = { kind: 'timed-out', limitMs, ...(running === '' ? {} : { running }) } as const;
      const report = reportAt(told);
      return report && { ...told, report };
    }
    case 'crashed':
      return readCrash(verdict);
    default:
      return undefined;
  }
}

function readCrash({ crash, report: stored }: Record<string, unknown>): Verdict | undefined {
  const report = rereadReport(stored, { kind: 'ended' });
  const kind = isRecord(crash) ? crash['kind'] : undefined;
  if (!report) return undefined;
  if (kind === 'error') {
    const errors = [...report.loadErrors, ...report.uncaught];
    return { kind: 'crashed', crash: { kind, errors }, report };
  }
  if (kind !== 'flood' && kind !== 'unresponsive' && kind !== 'other-tests') return undefined;
  return { kind: 'crashed', crash: { kind }, report };
}

function readProblem(problem: Record<string, unknown>): Problem {
  const { reason } = problem;
  const told = isRecord(reason) ? reason : {};
  return {
    path: cutText(problem['path'], 200),
    line: number(problem['line']),
    column: number(problem['column']),
    length: number(problem['length']),
    lineText: cutText(problem['lineText'], 1_000),
    reason:
      told['kind'] === 'import'
        ? { kind: 'import', specifier: cutText(told['specifier'], 500) }
        : told['kind'] === 'top-level-await'
          ? { kind: 'top-level-await' }
          : { kind: 'syntax', text: cutText(told['text'], 1_000) },
  };
}

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
