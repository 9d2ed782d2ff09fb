import { expect, it } from 'vitest';
import { workbenchMessagesFor } from '../i18n/workbench.ts';
import { emptyReport } from '../sandbox/collect-report.ts';
import type { Verdict } from './verdict.ts';
import { verdictSummary } from './verdict-summary.ts';

const report = emptyReport({ kind: 'ended' });
const summary = (verdict: Verdict, locale: 'en' | 'ko') =>
  verdictSummary(verdict, { notices: '알아챈다' }, workbenchMessagesFor(locale));

it.each([
  ['en' as const, 'after 5 seconds and was stopped at “알아챈다”.'],
  ['ko' as const, '요구 사항은 “알아챈다”입니다.'],
])('names the requirement at which the run was stopped: %s', (locale, text) => {
  expect(summary({ kind: 'timed-out', limitMs: 5_000, running: 'notices', report }, locale)).toContain(text);
});

it('names none where the run was stopped outside of all', () => {
  expect(summary({ kind: 'timed-out', limitMs: 5_000, report }, 'en')).toMatch(
    /^Timed out: your code was still running after 5 seconds and was stopped\. Look/,
  );
});
