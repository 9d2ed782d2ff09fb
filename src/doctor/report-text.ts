import type { Observations } from './observations.ts';

type Told = { readonly title: string; readonly lines: readonly string[] };

/** The results for a bug report: in words, and as they were observed. */
export function reportText(observations: Observations, told: readonly Told[], summary: string): string {
  return [
    `Past Tense · ${location.href} · ${new Date().toISOString()}`,
    navigator.userAgent,
    '',
    summary,
    ...told.flatMap(({ title, lines }) => ['', title, ...lines.map((line) => `  ${line}`)]),
    '',
    JSON.stringify(observations, undefined, 2),
  ].join('\n');
}
