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
  const { label, lanes, steps, transactions = [] } = written;
  const wrong = (found: string, todo: string) =>
    new AuthorError(file, `<Lanes label=${JSON.stringify(label)}> ${found}`, todo);

  if (!label) throw wrong('has no label', 'Say what the figure shows.');
  if (!(lanes?.length > 0)) throw wrong('has no lanes', "Write lanes={['…', '…']}.");
  const twice = lanes.find((lane, place) => lanes.indexOf(lane) !== place);
  if (twice) throw wrong(`has the lane "${twice}" twice`, 'Give every lane a name of its own.');
  if (!(steps?.length > 0)) throw wrong('has no steps', 'Write steps={[{ lane, kind, text }]}.');
  steps.forEach((step, place) => checkStep(step, place + 1));
  transactions.forEach(checkTransaction);
  transactions.forEach(checkNesting);
  return partsBetween(1, steps.length, transactions.toSorted(outerFirst), undefined);

  function checkStep(step: WrittenStep, number: number): void {
    const unknown = Object.keys(step).find((key) => !stepAttributes.includes(key));
    if (unknown) {
      throw wrong(
        `has step ${number} with the unknown "${unknown}"`,
        didYouMean(unknown, stepAttributes, `Known: ${stepAttributes.join(', ')}.`),
      );
    }
    if (!step.text) throw wrong(`has step ${number} without a text`, 'Say what happens in it.');
    if (!stepKinds.includes(step.kind)) {
      throw wrong(
        `has step ${number} of kind "${step.kind}"`,
        didYouMean(step.kind ?? '', stepKinds, `Known: ${stepKinds.join(', ')}.`),
      );
    }
    for (const lane of step.from === undefined ? [step.lane] : [step.lane, step.from]) {
      if (lanes.includes(lane)) continue;
      throw wrong(
        `has step ${number} in a lane "${lane}" that it does not have`,
        didYouMean(lane ?? '', lanes, `Its lanes are ${lanes.join(', ')}.`),
      );
    }
    if (step.from === step.lane) {
      throw wrong(
        `has step ${number} from "${step.from}" to itself`,
        'Leave from out: nothing crosses over.',
      );
    }
  }

  function checkTransaction({ from, to, outcome }: WrittenTransaction): void {
    const isStep = (number: number) => Number.isInteger(number) && number >= 1 && number <= steps.length;
    if (!isStep(from) || !isStep(to) || from > to) {
      throw wrong(
        `has a transaction from step ${from} to step ${to}`,
        `Its steps are 1 to ${steps.length}; a transaction ends at or after the step it begins with.`,
      );
    }
    if (!outcomes.includes(outcome)) {
      throw wrong(`has a transaction that is "${outcome}"`, `It can be ${outcomes.join(' or ')}.`);
    }
  }

  function checkNesting(one: WrittenTransaction): void {
    const crossed = transactions.find(
      (other) => one.from < other.from && other.from <= one.to && one.to < other.to,
    );
    if (!crossed) return;
    throw wrong(
      `has transactions that cross: ${one.from} to ${one.to} and ${crossed.from} to ${crossed.to}`,
      'Let one end before the other begins, or lie inside it.',
    );
  }

  function partsBetween(
    from: number,
    to: number,
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
          parts: partsBetween(number, transaction.to, within, transaction.outcome),
        });
        remaining = others.slice(within.length);
        number = transaction.to;
      } else {
        parts.push(placed(steps[number - 1]!, number, outcome));
      }
    }
    return parts;
  }

  function placed(step: WrittenStep, number: number, outcome: Outcome | undefined): LaneStep {
    return {
      ...step,
      part: 'step',
      number,
      column: lanes.indexOf(step.lane) + 1,
      ...(step.from === undefined ? {} : { fromColumn: lanes.indexOf(step.from) + 1 }),
      undone: step.kind === 'row' && outcome === 'rolled back',
    };
  }
}

const stepAttributes: readonly string[] = ['lane', 'kind', 'text', 'from', 'at'];

const outerFirst = (a: WrittenTransaction, b: WrittenTransaction) => a.from - b.from || b.to - a.to;
