import { describe, expect, it } from 'vitest';
import { diagnose, stateOf } from './diagnose.ts';
import type { Host, Observations } from './observations.ts';

const host = (
  headers: Record<string, string>,
  rest: Partial<Extract<Host, { kind: 'answered' }>> = {},
): Host => ({
  kind: 'answered',
  headers,
  scriptType: 'text/javascript',
  missingFile: 404,
  ...rest,
});

const nosniff = { 'x-content-type-options': 'nosniff' };

const well: Observations = {
  host: host(nosniff),
  isolation: { kind: 'probed', outcomes: { fetch: 'refused', caches: 'absent' } },
  compiler: { kind: 'worked', durationMs: 300.4 },
  judging: {
    right: { verdict: 'passed' },
    wrong: { verdict: 'failed' },
    endless: { verdict: 'timed-out' },
    limitMs: 5000,
  },
  storage: { kind: 'kept', persisted: true, quota: 10 ** 10 },
};

const findings = (observations: Observations, part: string) =>
  diagnose(observations, 'https://course.example').find((each) => each.part === part)!.findings;
const said = (observations: Observations, part: string) =>
  findings(observations, part).map(({ says }) => says);

it('says of a sound site that each part works', () => {
  for (const { part, findings: found } of diagnose(well, 'https://course.example')) {
    expect(stateOf(found), part).toBe('good');
  }
});

it('says nothing about what was not observed yet', () => {
  expect(diagnose({}, 'https://course.example').flatMap(({ findings: found }) => found)).toEqual([]);
});

describe('the host', () => {
  it('names directive and sources that its policy lacks, and is the likely cause of what fails', () => {
    const observed: Observations = {
      ...well,
      host: host({ ...nosniff, 'content-security-policy': "script-src 'self'; worker-src 'self' blob:" }),
      compiler: { kind: 'failed', detail: 'CompileError' },
    };
    expect(findings(observed, 'host')[0]).toEqual({
      state: 'bad',
      says: 'policy-lacks',
      values: { directive: 'script-src', sources: "'unsafe-inline' 'wasm-unsafe-eval' blob:" },
    });
    expect(said(observed, 'compiler')).toEqual(['compiler-fails', 'policy-cause']);
    expect(said(observed, 'judging')).not.toContain('policy-cause');
  });

  it('does not blame a policy that forbids nothing', () => {
    const observed: Observations = {
      ...well,
      host: host({ 'content-security-policy': "frame-ancestors 'self'" }),
      compiler: { kind: 'failed', detail: 'gone' },
    };
    expect(said(observed, 'compiler')).toEqual(['compiler-fails']);
    expect(said(observed, 'host')).toEqual(['no-nosniff', 'headers-harmless']);
  });

  it('is warned of a fallback, a wrong type of scripts, and a sandbox over its pages', () => {
    expect(said({ host: host(nosniff, { missingFile: 200 }) }, 'host')).toContain('fallback');
    expect(said({ host: host(nosniff, { scriptType: 'text/plain' }) }, 'host')).toContain('script-type');
    expect(said({ host: host({ 'content-security-policy': 'sandbox allow-scripts' }) }, 'host')).toContain(
      'policy-breaks',
    );
  });
});

it.each([
  ['require-corp', undefined, true],
  ['credentialless; report-to="x"', 'unsafe-none', true],
  ['require-corp', 'require-corp', false],
  ['unsafe-none', undefined, false],
])(
  'pages with the embedder policy %s and scripts with %s: workers are refused: %s',
  (ofPages, ofScripts, refused) => {
    const headers = { ...nosniff, 'cross-origin-embedder-policy': ofPages };
    const observed = {
      host: host(headers, ofScripts === undefined ? {} : { scriptEmbedderPolicy: ofScripts }),
    };
    expect(said(observed, 'host').includes('embedder-policy')).toBe(refused);
  },
);

it('calls a host without telling headers free of them, and one with a harmful header not', () => {
  expect(said({ host: host({}) }, 'host')).toEqual(['no-nosniff', 'headers-none']);
  expect(said({ host: host({ 'content-security-policy': "img-src 'self'" }) }, 'host')).toEqual([
    'policy-lacks',
    'no-nosniff',
  ]);
});

it('names what code in the sandbox reached', () => {
  const observed: Observations = {
    isolation: { kind: 'probed', outcomes: { fetch: 'reached', eval: 'refused' } },
  };
  expect(findings(observed, 'isolation')).toEqual([
    { state: 'bad', says: 'sandbox-leaks', values: { names: 'fetch' } },
  ]);
});

it('tells each verdict that is not as it should be, with its detail', () => {
  const judging = { ...well.judging!, right: { verdict: 'unavailable', detail: 'no worker' } } as const;
  expect(findings({ judging }, 'judging')[0]).toEqual({
    state: 'bad',
    says: 'right-passes-not',
    values: { verdict: 'unavailable: no worker' },
  });
});

it.each([
  [{ kind: 'refused', detail: 'SecurityError' }, 'bad'],
  [{ kind: 'kept', persisted: false }, 'note'],
  [{ kind: 'kept', persisted: true, quota: 5_000_000 }, 'note'],
  [{ kind: 'kept', persisted: true }, 'good'],
] as const)('storage %j is %s', (storage, state) => {
  expect(stateOf(findings({ storage }, 'storage'))).toBe(state);
});

it('says nothing of a right answer where the host shows no solutions', () => {
  const { right: _, ...judging } = well.judging!;

  expect(findings({ judging }, 'judging').map(({ says }) => says)).toEqual(['wrong-fails', 'endless-stops']);
});
