import { limits } from '../src/sandbox/report.ts';
import type { Case, Engine } from './case.ts';
import type { Outcome } from './task.ts';

/** The longest that the page may have been unable to answer. */
export const longestGapMs = 500;
/** Of one text that the learner reads: what the reader of messages lets through, and a line of source beside it. */
const longestText = limits.textCharacters + 500;
const largestVerdict = 5_000_000;

/** What is wrong with the outcome of a case, as sentences; none is a pass. */
export function complaintsAbout(
  one: Case,
  outcome: Extract<Outcome, { kind: 'ran' }>,
  engine: Engine,
  arrived: readonly string[],
): string[] {
  const wants = [...one.wants, ...(one.wantsIn?.[engine] ?? [])];
  const texts = outcome.texts.join('\n');
  return [
    ...(wants.includes(outcome.verdict)
      ? []
      : [
          `is ${outcome.verdict}, not ${wants.join(' or ')}: ${outcome.texts.slice(0, 4).join(' | ').slice(0, 400)}`,
        ]),
    ...(outcome.earlier.every((kind) => kind === 'cancelled') ? [] : ['an earlier run was not cancelled']),
    ...(one.says === undefined || texts.includes(one.says)
      ? []
      : [`does not say "${one.says}": ${texts.slice(0, 400)}`]),
    ...(one.neverSays !== undefined && texts.includes(one.neverSays)
      ? [`says "${one.neverSays}": ${texts.slice(0, 400)}`]
      : []),
    ...(outcome.next === undefined || outcome.next === 'passed'
      ? []
      : [
          `the next run, of a correct solution, is ${outcome.next}: ${outcome.nextTexts.join(' | ').slice(0, 300)}`,
        ]),
    ...(outcome.texts.some((text) => text.length > longestText) ? ['a text is longer than the limit'] : []),
    ...(outcome.size > largestVerdict ? [`the verdict has ${outcome.size} characters`] : []),
    ...escapes(outcome, arrived),
    ...stalls(outcome),
  ];
}

/** The same for the probes of the frame's policy. `allowed` are those that an engine lets run, harmlessly. */
export function complaintsAboutProbes(
  outcome: Extract<Outcome, { kind: 'probed' }>,
  names: readonly string[],
  allowed: readonly string[],
  arrived: readonly string[],
): string[] {
  return [
    ...names.filter((name) => !(name in outcome.probes)).map((name) => `${name}: no outcome`),
    ...Object.entries(outcome.probes)
      .filter(([name, found]) => found === 'reached' && !allowed.includes(name))
      .map(([name]) => `${name}: reached`),
    ...escapes(outcome, arrived),
  ];
}

const escapes = ({ heard }: Outcome, arrived: readonly string[]): string[] => [
  ...arrived.map((what) => `arrived: ${what}`),
  ...heard.map((what) => `the page heard: ${what.slice(0, 100)}`),
];

const stalls = (outcome: Outcome): string[] =>
  outcome.longestGapMs > longestGapMs ? [`${stalled} ${outcome.longestGapMs} ms`] : [];

const stalled = 'the page stood still for';

/** Whether a machine that is busy with something else can cause the complaint as well; such a case gets another try. */
export const isOfBusyMachine = (complaint: string): boolean =>
  complaint.startsWith(stalled) || complaint.includes('gave no answer');
