import { beforeEach, expect, it, vi } from 'vitest';
import { emptyReport } from '../sandbox/collect-report.ts';
import type { Verdict } from './verdict.ts';
import { keepVerdict, recallVerdict } from './kept-verdict.ts';

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});

const files = { './user.ts': 'export class User {}' };
const bundle = '/runtime/a.b.1f0c.json';
const error = {
  name: 'AssertionError',
  message: 'too short',
  assertion: true,
  frames: [{ path: './user.ts', line: 2, column: 3 }],
};
const passed = { name: 'accepts', state: 'passed', durationMs: 3, assertions: 1, errors: [] } as const;
const failed = { ...passed, name: 'refuses', state: 'failed', errors: [error] } as const;
const report = { ...emptyReport({ kind: 'ended' }), durationMs: 12 };
const timedOut = { kind: 'timed-out', limitMs: 5000, running: 'refuses' } as const;
const verdicts: Verdict[] = [
  { kind: 'passed', report: { ...report, tests: [passed] } },
  { kind: 'failed', tests: [passed, failed], report: { ...report, tests: [passed, failed] } },
  { ...timedOut, report: { ...report, ending: timedOut, tests: [passed] } },
  { kind: 'crashed', crash: { kind: 'flood' }, report },
  { kind: 'crashed', crash: { kind: 'error', errors: [error] }, report: { ...report, uncaught: [error] } },
  {
    kind: 'refused',
    problems: [
      {
        path: './user.ts',
        line: 1,
        column: 2,
        length: 3,
        lineText: 'clas',
        reason: { kind: 'syntax', text: 'Expected ";"' },
      },
    ],
  },
];

it.each(verdicts)('shows again what was said: $kind', (verdict) => {
  keepVerdict('a/b', bundle, files, { kind: 'judged', verdict, mistakes: ['literal-id'] });
  expect(recallVerdict('a/b', bundle)).toEqual({
    files,
    run: { kind: 'judged', verdict, mistakes: ['literal-id'] },
    recordings: new Map(),
  });
});

it('keeps a verdict without its recordings when these are too large', () => {
  const entry = { kind: 'call', lane: { place: 'caller' }, label: 'x'.repeat(150) } as const;
  const recording = { version: 1, entries: Array.from({ length: 500 }, () => entry), more: 0 } as const;
  const keep = (count: number) => {
    const recordings = new Map(Array.from({ length: count }, (_, test) => [`test ${test}`, recording]));
    keepVerdict('a/b', bundle, files, { kind: 'judged', verdict: verdicts[0]!, mistakes: [] }, recordings);
    const kept = recallVerdict('a/b', bundle)!;
    expect(kept.run.verdict).toEqual(verdicts[0]);
    return [...kept.recordings];
  };
  expect(keep(2)).toEqual([
    ['test 0', recording],
    ['test 1', recording],
  ]);
  expect(keep(9)).toEqual([]);
});

it('says nothing once the exercise has changed, or after a run that was stopped', () => {
  keepVerdict('a/b', bundle, files, { kind: 'judged', verdict: verdicts[0]!, mistakes: [] });
  expect(recallVerdict('a/b', '/runtime/a.b.other.json')).toBeUndefined();
  keepVerdict('a/b', bundle, files, { kind: 'judged', verdict: { kind: 'cancelled' }, mistakes: [] });
  expect(recallVerdict('a/b', bundle)).toBeUndefined();
});

it.each([
  'no JSON',
  '7',
  '{"v":2}',
  '{"v":1,"bundle":"a.b.1f0c.json","files":{"./user.ts":7},"verdict":{"kind":"failed","report":{}}}',
  '{"v":1,"bundle":"a.b.1f0c.json","files":{},"verdict":{"kind":"passed","report":{"tests":[]}}}',
  '{"v":1,"bundle":"a.b.1f0c.json","files":{},"verdict":{"kind":"passed","report":{"tests":[{"state":"failed"}]}}}',
  '{"v":1,"bundle":"a.b.1f0c.json","files":{},"verdict":{"kind":"crashed","crash":{"kind":"x"},"report":{}}}',
  '{"v":1,"bundle":"a.b.1f0c.json","files":{},"verdict":{"kind":"unavailable"}}',
])('takes nothing from storage that holds %s', (text) => {
  stored.set(`past-tense:${import.meta.env.BASE_URL}:verdict:a/b`, text);
  expect(recallVerdict('a/b', bundle)).toBeUndefined();
});
