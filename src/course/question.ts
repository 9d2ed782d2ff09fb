import { createHash } from 'node:crypto';
import { counted, readChoices, wrong, type Asked, type WrittenChoice } from './choices.ts';

/** A checked question, ready to be shown. */
export interface Question {
  readonly kind: 'single' | 'multiple' | 'predict';
  readonly text: string;
  readonly choices: readonly Choice[];
  /**
   * A hash of what is asked: of question, choices, which of them are right, shown program and its outcome. Answers are
   * stored under it, so an edited question is asked anew. Explanations are not part of it.
   */
  readonly key: string;
}

export interface Choice {
  readonly text: string;
  /** The text is what a program returns. */
  readonly isOutcome: boolean;
  readonly correct: boolean;
  /** HTML. */
  readonly explanation: string;
}

/** A program that was run, and what it returned. */
export interface ProgramRun {
  /** Path from the project root. */
  readonly path: string;
  /** What the learner sees of it. */
  readonly shown: string;
  readonly outcome: string;
}

/** A `<Quiz>` from its rendered children. Throws an AuthorError for a question that nobody could answer. */
export function quizOf(asked: Asked, isMultiple: boolean, html: string): Question {
  const written = readChoices(asked, html);
  const choices = written.map(({ text, correct = false, outcome, explanation }): Choice => {
    if (outcome !== undefined) {
      throw wrong(asked, `has <Choice outcome="${outcome}">`, 'Only a choice of <Predict> has an outcome.');
    }
    if (typeof text !== 'string' || text.trim() === '') {
      throw wrong(asked, 'has a <Choice> without text', 'Write text="…".');
    }
    return { text, isOutcome: false, correct, explanation };
  });
  refuseTwins(asked, choices);
  const correct = choices.filter((choice) => choice.correct).length;
  if (!isMultiple && correct !== 1) {
    throw wrong(
      asked,
      `has ${counted(correct, 'correct choice')}`,
      'Give exactly one <Choice> the word "correct", or write <Quiz multiple …>.',
    );
  }
  if (isMultiple && correct === 0) {
    throw wrong(asked, 'has no correct choice', 'Give at least one <Choice> the word "correct".');
  }
  return withKey({ kind: isMultiple ? 'multiple' : 'single', text: asked.question, choices });
}

/**
 * A `<Predict>` from its rendered children: the choice with the outcome of the program is the correct one. Throws an
 * AuthorError if there is none or more than one.
 */
export function predictOf(asked: Asked, program: ProgramRun, html: string): Question {
  const written = readChoices(asked, html);
  const choices = written.map(({ text, correct, outcome, explanation }): Choice => {
    if (correct !== undefined) {
      throw wrong(
        asked,
        `has a <Choice> with the word "correct"`,
        `Remove it: ${program.path} computes what is correct.`,
      );
    }
    if (typeof outcome !== 'string') {
      throw wrong(asked, `has <Choice text="${text}"> without an outcome`, 'Write outcome="…".');
    }
    return {
      text: text ?? outcome,
      isOutcome: text === undefined,
      correct: outcome === program.outcome,
      explanation,
    };
  });
  refuseOtherThanOneMatch(asked, program, written);
  refuseTwins(asked, choices);
  return withKey({ kind: 'predict', text: asked.question, choices }, [program.shown, program.outcome]);
}

function refuseOtherThanOneMatch(asked: Asked, program: ProgramRun, written: readonly WrittenChoice[]): void {
  const outcomes = written.map(({ outcome }) => outcome ?? '');
  const matches = outcomes.filter((outcome) => outcome === program.outcome).length;
  if (matches === 1) return;
  throw wrong(
    asked,
    `has ${counted(matches, 'choice')} with the outcome that ${program.path} returned, "${program.outcome}"; ` +
      `its choices are ${outcomes.map((outcome) => `"${outcome}"`).join(', ')}`,
    'Give exactly one <Choice> this outcome, or correct the program.',
  );
}

function refuseTwins(asked: Asked, choices: readonly Choice[]): void {
  const texts = choices.map(({ text }) => text);
  const twin = texts.find((text, place) => texts.indexOf(text) !== place);
  if (twin === undefined) return;
  throw wrong(asked, `has the choice "${twin}" twice`, 'Remove or reword one of them.');
}

function withKey(question: Omit<Question, 'key'>, program: readonly string[] = []): Question {
  const choices = question.choices.map(({ text, correct }) => [text, correct]);
  const content = JSON.stringify([question.kind, question.text, choices, program]);
  return { ...question, key: createHash('sha256').update(content).digest('hex').slice(0, 32) };
}
