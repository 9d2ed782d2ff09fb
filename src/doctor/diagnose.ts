import type { DoctorWords } from '../i18n/doctor.ts';
import { breakingDirectives, lacksOf } from './header-policy.ts';
import type { Attempt, Host, Isolation, Judging, Observations, Outcome, Storage } from './observations.ts';

export const parts = ['host', 'isolation', 'compiler', 'judging', 'storage'] as const;

/** `good` works, `note` works but may be better, `bad` does not work. */
export type State = 'good' | 'note' | 'bad';

/** A sentence of the self-test's words, and what fills its places. */
export type Finding = {
  readonly state: State;
  readonly says: keyof DoctorWords;
  readonly values?: Readonly<Record<string, string | number>>;
};

export type Diagnosis = { readonly part: (typeof parts)[number]; readonly findings: readonly Finding[] };

/** What is to be said about each part that was observed. `origin` is that of the site. */
export function diagnose(observations: Observations, origin: string): Diagnosis[] {
  const { host, isolation, compiler, judging, storage } = observations;
  const policy = host?.kind === 'answered' && hostPolicy(host, origin).length > 0;
  return [
    { part: 'host', findings: host ? hostFindings(host, origin) : [] },
    { part: 'isolation', findings: isolation ? withCause(policy, isolationFindings(isolation)) : [] },
    { part: 'compiler', findings: compiler ? withCause(policy, compilerFindings(compiler)) : [] },
    { part: 'judging', findings: judging ? withCause(policy, judgingFindings(judging)) : [] },
    { part: 'storage', findings: storage ? storageFindings(storage) : [] },
  ];
}

/** The worst of the findings. */
export function stateOf(findings: readonly Finding[]): State {
  if (findings.some(({ state }) => state === 'bad')) return 'bad';
  return findings.some(({ state }) => state === 'note') ? 'note' : 'good';
}

/** What failed while the host sends a policy that forbids what the site needs, has that for its likely cause. */
const withCause = (policy: boolean, findings: readonly Finding[]): Finding[] =>
  policy && stateOf(findings) === 'bad' ? [...findings, bad('policy-cause')] : [...findings];

function hostFindings(host: Host, origin: string): Finding[] {
  if (host.kind === 'unreachable') return [bad('host-unreachable', { detail: host.detail })];
  const { headers, missingFile, scriptType, scriptEmbedderPolicy } = host;
  const policy = hostPolicy(host, origin);
  const found = [...policy];
  const embedder = headers['cross-origin-embedder-policy'];
  // A page with such a policy starts only workers whose scripts have one too.
  if (requiresIsolation(embedder) && !requiresIsolation(scriptEmbedderPolicy)) {
    found.push(bad('embedder-policy', { policy: embedder! }));
  }
  if (missingFile < 400) found.push(note('fallback', { status: missingFile }));
  if (!/^(?:text|application)\/javascript\b/i.test(scriptType)) {
    found.push(note('script-type', { type: scriptType || '–' }));
  }
  if (headers['x-content-type-options']?.trim().toLowerCase() !== 'nosniff') found.push(note('no-nosniff'));
  if (Object.keys(headers).length === 0) found.push(good('headers-none'));
  const harmful = [
    ...(policy.length > 0 ? ['content-security-policy'] : []),
    ...(found.some(({ says }) => says === 'embedder-policy') ? ['cross-origin-embedder-policy'] : []),
  ];
  const harmless = Object.keys(headers).filter((name) => !harmful.includes(name));
  if (harmless.length > 0) found.push(good('headers-harmless', { names: harmless.join(', ') }));
  return found;
}

const requiresIsolation = (policy: string | undefined): boolean =>
  /^\s*(?:require-corp|credentialless)/.test(policy ?? '');

function hostPolicy({ headers }: Extract<Host, { kind: 'answered' }>, origin: string): Finding[] {
  const policy = headers['content-security-policy'];
  if (policy === undefined) return [];
  return [
    ...breakingDirectives(policy).map((directive) => bad('policy-breaks', { directive })),
    ...lacksOf(policy, origin).map(({ directive, sources }) =>
      bad('policy-lacks', { directive, sources: sources.join(' ') }),
    ),
  ];
}

function isolationFindings(isolation: Isolation): Finding[] {
  if (isolation.kind === 'silent') return [bad('sandbox-silent', { detail: isolation.detail })];
  const outcomes = Object.entries(isolation.outcomes);
  const reached = outcomes.filter(([, outcome]) => outcome === 'reached').map(([name]) => name);
  return reached.length > 0
    ? [bad('sandbox-leaks', { names: reached.join(', ') })]
    : [good('sandbox-holds', { count: outcomes.length })];
}

const compilerFindings = (attempt: Attempt): Finding[] =>
  attempt.kind === 'worked'
    ? [good('compiler-works', { ms: Math.round(attempt.durationMs) })]
    : [bad('compiler-fails', { detail: attempt.detail })];

function judgingFindings({ right, wrong, endless, limitMs }: Judging): Finding[] {
  const expect = (
    outcome: Outcome,
    expected: Outcome['verdict'],
    says: 'right-passes' | 'wrong-fails' | 'endless-stops',
  ) =>
    outcome.verdict === expected
      ? good(says, { seconds: limitMs / 1000 })
      : bad(`${says}-not`, { verdict: [outcome.verdict, outcome.detail].filter(Boolean).join(': ') });
  return [
    ...(right ? [expect(right, 'passed', 'right-passes')] : []),
    expect(wrong, 'failed', 'wrong-fails'),
    expect(endless, 'timed-out', 'endless-stops'),
  ];
}

/** Less than this is what browsers give in private windows or on a full disk. */
const littleBytes = 100 * 1024 * 1024;

function storageFindings(storage: Storage): Finding[] {
  if (storage.kind === 'refused') return [bad('storage-refused', { detail: storage.detail })];
  const found = [good('storage-works')];
  if (!storage.persisted) found.push(note('storage-not-persisted'));
  if (storage.quota !== undefined && storage.quota < littleBytes) {
    found.push(note('storage-little', { megabytes: Math.round(storage.quota / 1024 / 1024) }));
  }
  return found;
}

const finding =
  (state: State) =>
  (says: Finding['says'], values?: Finding['values']): Finding => ({
    state,
    says,
    ...(values ? { values } : {}),
  });
const good = finding('good');
const note = finding('note');
const bad = finding('bad');
