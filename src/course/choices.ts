import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';

/** A question as its lesson writes it, for messages. */
export interface Asked {
  /** The lesson. */
  readonly file: string;
  readonly component: 'Quiz' | 'Predict' | 'PredictOrder';
  readonly question: string;
}

export const choiceAttributes = ['text', 'correct', 'outcome'] as const;

/** A `<Choice>` as its lesson writes it. */
export interface WrittenChoice {
  readonly text?: string;
  readonly correct?: boolean;
  readonly outcome?: string;
  /** HTML: why it is right, or why it is not. */
  readonly explanation: string;
}

/** What a `<Choice>` hands to the question around it: `<quiz-choice data-choice="…">explanation</quiz-choice>`. */
export const packChoice = (attributes: object): string => encodeURIComponent(JSON.stringify(attributes));

/**
 * The choices in the rendered children of a question, in order. Throws an AuthorError for a question that is no
 * question, and for a choice that explains nothing.
 */
export function readChoices(asked: Asked, html: string): WrittenChoice[] {
  refuseNoQuestion(asked);
  const stray = html.replace(packedChoice, '').trim();
  if (stray !== '') {
    throw wrong(
      asked,
      `has text outside its choices: "${stray.replace(/<[^>]*>/g, '').slice(0, 60)}"`,
      'Put it into the question or into a <Choice>.',
    );
  }
  const choices = [...html.matchAll(packedChoice)].map(([, packed = '', explanation = '']) =>
    choiceOf(asked, JSON.parse(decodeURIComponent(packed)) as Record<string, unknown>, explanation),
  );
  if (choices.length < 2) {
    throw wrong(asked, `has ${counted(choices.length, 'choice')}`, 'Give it at least two.');
  }
  return choices;
}

export function refuseNoQuestion({ file, component, question }: Asked): void {
  if (typeof question === 'string' && question.trim() !== '') return;
  throw new AuthorError(file, `a <${component}> has no question`, 'Write question="…".');
}

/** The error about a question, which begins with its tag. */
export function wrong({ file, component, question }: Asked, found: string, todo: string): AuthorError {
  return new AuthorError(file, `<${component} question="${question}"> ${found}`, todo);
}

/** `1 choice`, `2 choices` */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const packedChoice = /<quiz-choice data-choice="([^"]*)"[^>]*>([\s\S]*?)<\/quiz-choice>/g;

function choiceOf(asked: Asked, written: Record<string, unknown>, explanation: string): WrittenChoice {
  const { correct } = written;
  const name = tagOf(written);
  const unknown = Object.keys(written).find((key) => !choiceAttributes.some((known) => known === key));
  if (unknown !== undefined) {
    throw wrong(
      asked,
      `has ${name} with the unknown attribute "${unknown}"`,
      didYouMean(unknown, choiceAttributes, `Known: ${choiceAttributes.join(', ')}.`),
    );
  }
  if (correct !== undefined && typeof correct !== 'boolean') {
    throw wrong(
      asked,
      `has ${name} with correct=${JSON.stringify(correct)}`,
      'Write the word correct alone, or leave it out.',
    );
  }
  if (explanation.trim() === '') {
    throw wrong(
      asked,
      `has ${name} without an explanation`,
      'Write between its tags why it is right or wrong.',
    );
  }
  return { ...(written as Omit<WrittenChoice, 'explanation'>), explanation };
}

function tagOf({ text, outcome }: Record<string, unknown>): string {
  if (typeof text === 'string') return `<Choice text="${text}">`;
  return typeof outcome === 'string' ? `<Choice outcome="${outcome}">` : 'a <Choice>';
}
