import type { ReadRejection, Versions } from '../workbench/rejection.ts';
import { outcomeOf } from '../workbench/fingerprint.ts';
import type { Verdict } from '../workbench/verdict.ts';

export { readRejection, type ReadRejection } from '../workbench/rejection.ts';

/** The page's verdict beside the one that the same code gets here, as lines to print. */
export function compareRejection(rejection: ReadRejection, here: Verdict, versions: Versions): string[] {
  const tests = outcomeOf(here).tests;
  const names = [...new Set([...Object.keys(rejection.tests), ...tests.keys()])];
  const stateHere = (name: string) =>
    tests.has(name) ? (tests.get(name) === undefined ? 'passed' : 'failed') : 'not run';
  const row = (name: string, page: string, ours: string) =>
    `${page === ours ? ' ' : '≠'} ${page.padEnd(11)} ${ours.padEnd(11)} ${name}`;
  const lines = [
    `${rejection.exercise}, saved ${rejection.savedAt}, page in ${rejection.locale}`,
    rejection.browser,
    sameOrChanged('exercise', rejection.versions.exercise, versions.exercise),
    sameOrChanged('library', rejection.versions.library, versions.library),
    sameOrChanged('site', siteName(rejection.versions), siteName(versions)),
    '',
    row('', 'page', 'here').replace('≠', ' ').trimEnd(),
    row('verdict', rejection.verdict, here.kind),
    ...names.flatMap((name) => {
      const test = rejection.tests[name];
      const says = test && test.state === 'failed' && test.says !== '' ? [`  page said: ${test.says}`] : [];
      return [row(name, test?.state ?? 'not run', stateHere(name)), ...says];
    }),
    ...(here.kind === 'refused'
      ? here.problems.map(({ path, line, lineText }) => `  ${path}:${line}: ${lineText.trim()}`)
      : []),
  ];
  return lines.map(harmless);
}

function sameOrChanged(what: string, page: string, here: string): string {
  return page === here ? `${what}: the same as here` : `${what}: ${page || 'unknown'} there, ${here} here`;
}

const siteName = ({ site, commit }: Versions): string => [site, commit].filter(Boolean).join(' ');

/** A stranger's text in a terminal: no control characters, no lines of its own, no reversed writing. */
const harmless = (line: string): string => line.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�').slice(0, 2_000);
