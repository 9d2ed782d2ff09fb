import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';

/** What a step of a <Lanes> figure can be: the notes of event storming, a row in a table, an error, a side effect. */
export const stepKinds = [
  'command',
  'aggregate',
  'event',
  'policy',
  'read-model',
  'external',
  'row',
  'error',
  'effect',
] as const;
export type StepKind = (typeof stepKinds)[number];

export const outcomes = ['committed', 'rolled back'] as const;
export type Outcome = (typeof outcomes)[number];

/** A <Lanes> figure as its lesson writes it. */
export interface WrittenLanes {
  /** What the figure shows. */
  readonly label: string;
  readonly lanes: readonly string[];
  readonly steps: readonly WrittenStep[];
  readonly transactions?: readonly WrittenTransaction[];
}

export interface WrittenStep {
  /** Where it happens. */
  readonly lane: string;
  readonly kind: StepKind;
  readonly text: string;
  /** The lane that it was called from. */
  readonly from?: string;
  /** A time, such as `8 s`. */
  readonly at?: string;
}

/** Steps are counted from 1; both ends belong to the transaction. */
export interface WrittenTransaction {
  readonly from: number;
  readonly to: number;
  readonly outcome: Outcome;
}

/** A step in its place, or a transaction around the parts that happen in it. */
export type LanePart = LaneStep | LaneTransaction;

export interface LaneStep extends WrittenStep {
  readonly part: 'step';
  /** From 1. */
  readonly number: number;
  /** Columns of `lane` and `from`, from 1. */
  readonly column: number;
  readonly fromColumn?: number;
  /** A row whose own transaction was rolled back. */
  readonly undone: boolean;
}

export interface LaneTransaction {
  readonly part: 'transaction';
  readonly outcome: Outcome;
  readonly parts: readonly LanePart[];
}

/** Puts the steps into their columns and transactions. Throws an AuthorError for a figure that cannot be drawn. */
export function arrangeLanes(file: string, written: WrittenLanes): readonly LanePart[] {
  refuseUndrawable(written, (found, todo) => {
    throw new AuthorError(file, `<Lanes label=${JSON.stringify(written.label)}> ${found}`, todo);
  });
  const { steps, transactions = [] } = written;
  return partsBetween(1, steps.length, written, transactions.toSorted(outerFirst), undefined);
}

type Refuse = (found: string, todo: string) => never;

/** A lesson is no TypeScript: what the types promise may be missing, or something else. */
function refuseUndrawable({ label, lanes, steps, transactions = [] }: WrittenLanes, refuse: Refuse): void {
  if (!label) refuse('has no label', 'Say what the figure shows.');
  if (!(lanes?.length > 0)) refuse('has no lanes', "Write lanes={['…', '…']}.");
  const twice = lanes.find((lane, place) => lanes.indexOf(lane) !== place);
  if (twice) refuse(`has the lane "${twice}" twice`, 'Give every lane a name of its own.');
  if (!(steps?.length > 0)) refuse('has no steps', 'Write steps={[{ lane, kind, text }]}.');
  for (const [place, step] of steps.entries()) refuseStep(step, place + 1, lanes, refuse);
  for (const transaction of transactions) refuseTransaction(transaction, steps.length, refuse);
  for (const transaction of transactions) refuseCrossing(transaction, transactions, refuse);
}

function refuseStep(step: WrittenStep, number: number, lanes: readonly string[], refuse: Refuse): void {
  const unknown = Object.keys(step).find((key) => !stepAttributes.includes(key));
  if (unknown) {
    refuse(
      `has step ${number} with the unknown "${unknown}"`,
      didYouMean(unknown, stepAttributes, `Known: ${stepAttributes.join(', ')}.`),
    );
  }
  if (!step.text) refuse(`has step ${number} without a text`, 'Say what happens in it.');
  if (!stepKinds.includes(step.kind)) {
    refuse(
      `has step ${number} of kind "${step.kind}"`,
      didYouMean(step.kind ?? '', stepKinds, `Known: ${stepKinds.join(', ')}.`),
    );
  }
  for (const lane of step.from === undefined ? [step.lane] : [step.lane, step.from]) {
    if (lanes.includes(lane)) continue;
    refuse(
      `has step ${number} in a lane "${lane}" that it does not have`,
      didYouMean(lane ?? '', lanes, `Its lanes are ${lanes.join(', ')}.`),
    );
  }
  if (step.from === step.lane) {
    refuse(`has step ${number} from "${step.from}" to itself`, 'Leave from out: nothing crosses over.');
  }
}

const stepAttributes: readonly string[] = ['lane', 'kind', 'text', 'from', 'at'];

function refuseTransaction({ from, to, outcome }: WrittenTransaction, steps: number, refuse: Refuse): void {
  const isStep = (number: number) => Number.isInteger(number) && number >= 1 && number <= steps;
  if (!isStep(from) || !isStep(to) || from > to) {
    refuse(
      `has a transaction from step ${from} to step ${to}`,
      `Its steps are 1 to ${steps}; a transaction ends at or after the step it begins with.`,
    );
  }
  if (!outcomes.includes(outcome)) {
    refuse(`has a transaction that is "${outcome}"`, `It can be ${outcomes.join(' or ')}.`);
  }
}

function refuseCrossing(
  one: WrittenTransaction,
  transactions: readonly WrittenTransaction[],
  refuse: Refuse,
): void {
  const crossed = transactions.find(
    (other) => one.from < other.from && other.from <= one.to && one.to < other.to,
  );
  if (!crossed) return;
  refuse(
    `has transactions that cross: ${one.from} to ${one.to} and ${crossed.from} to ${crossed.to}`,
    'Let one end before the other begins, or lie inside it.',
  );
}

const outerFirst = (a: WrittenTransaction, b: WrittenTransaction) => a.from - b.from || b.to - a.to;

/** The steps from the one number to the other. `inside` are the transactions among them, outer ones first. */
function partsBetween(
  from: number,
  to: number,
  written: WrittenLanes,
  inside: readonly WrittenTransaction[],
  outcome: Outcome | undefined,
): LanePart[] {
  const parts: LanePart[] = [];
  let remaining = inside;
  for (let number = from; number <= to; number += 1) {
    const [transaction, ...others] = remaining;
    if (transaction?.from === number) {
      const within = others.filter((other) => other.to <= transaction.to);
      parts.push({
        part: 'transaction',
        outcome: transaction.outcome,
        parts: partsBetween(number, transaction.to, written, within, transaction.outcome),
      });
      remaining = others.slice(within.length);
      number = transaction.to;
    } else {
      parts.push(placed(number, written, outcome));
    }
  }
  return parts;
}

function placed(number: number, { lanes, steps }: WrittenLanes, outcome: Outcome | undefined): LaneStep {
  const step = steps[number - 1]!;
  return {
    ...step,
    part: 'step',
    number,
    column: lanes.indexOf(step.lane) + 1,
    ...(step.from === undefined ? {} : { fromColumn: lanes.indexOf(step.from) + 1 }),
    undone: step.kind === 'row' && outcome === 'rolled back',
  };
}
