import { describe, expect, it } from 'vitest';
import { AuthorError } from './author-error.ts';
import { packChoice } from './choices.ts';
import { predictOf, quizOf, type ProgramRun } from './question.ts';

const file = 'content/cart/late/ko.mdx';
const quiz = { file, component: 'Quiz', question: 'Which?' } as const;
const predict = { file, component: 'Predict', question: 'What?' } as const;
const program: ProgramRun = { path: 'content/cart/late/two.program.ts', shown: 'run();', outcome: '2' };

/** A `<Choice>` as its component renders it. */
const choice = (attributes: object, explanation = '<p>Because.</p>'): string =>
  `\n<quiz-choice data-choice="${packChoice(attributes)}">${explanation}</quiz-choice>`;

const one = choice({ text: 'one', correct: true });
const two = choice({ text: 'two' });
const three = choice({ text: 'three', correct: true });
const outcome1 = choice({ outcome: '1' });
const outcome2 = choice({ outcome: '2', text: 'a "pair" & more' });

describe('a question', () => {
  it('knows its choices in order, with their explanations', () => {
    expect(quizOf(quiz, false, one + two)).toMatchObject({
      kind: 'single',
      text: 'Which?',
      choices: [
        { text: 'one', correct: true, isOutcome: false, explanation: '<p>Because.</p>' },
        { text: 'two', correct: false },
      ],
    });
  });

  it('may have several correct choices', () => {
    expect(quizOf(quiz, true, one + two + three).kind).toBe('multiple');
  });

  it('takes for correct what the program returned', () => {
    const html = outcome1 + outcome2;
    const correctFor = (outcome: string) =>
      predictOf(predict, { ...program, outcome }, html).choices.map(({ text, correct }) => [text, correct]);

    expect(correctFor('1')).toEqual([
      ['1', true],
      ['a "pair" & more', false],
    ]);
    expect(correctFor('2')).toEqual([
      ['1', false],
      ['a "pair" & more', true],
    ]);
  });
});

describe('the key of a question', () => {
  const key = quizOf(quiz, false, one + two).key;
  const predictKey = predictOf(predict, program, outcome1 + outcome2).key;

  it('stays when only an explanation is edited', () => {
    const reworded = choice({ text: 'one', correct: true }, '<p>For this reason.</p>');

    expect(quizOf(quiz, false, reworded + two).key).toBe(key);
    expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ['the question', quizOf({ ...quiz, question: 'Which one?' }, false, one + two)],
    ['a choice', quizOf(quiz, false, one + choice({ text: 'too' }))],
    ['the order', quizOf(quiz, false, two + one)],
    ['a new choice', quizOf(quiz, false, one + two + choice({ text: 'three' }))],
    [
      'which one is right',
      quizOf(quiz, false, choice({ text: 'one' }) + choice({ text: 'two', correct: true })),
    ],
    ['how many may be chosen', quizOf(quiz, true, one + two)],
  ])('changes with %s', (_what, edited) => {
    expect(edited.key).not.toBe(key);
  });

  it.each([
    ['the shown program', { ...program, shown: 'run(2);' }],
    ['its outcome', { ...program, outcome: '1' }],
  ])('changes with %s', (_what, edited) => {
    expect(predictOf(predict, edited, outcome1 + outcome2).key).not.toBe(predictKey);
  });
});

describe('an author’s mistake stops the build:', () => {
  const inQuiz = `${file}: <Quiz question="Which?">`;
  const inPredict = `${file}: <Predict question="What?">`;

  it.each([
    {
      mistake: 'no question',
      make: () => quizOf({ ...quiz, question: '' }, false, one + two),
      message: `${file}: a <Quiz> has no question. Write question="…".`,
    },
    {
      mistake: 'one choice',
      make: () => quizOf(quiz, false, one),
      message: `${inQuiz} has 1 choice. Give it at least two.`,
    },
    {
      mistake: 'text beside the choices',
      make: () => quizOf(quiz, false, `${one}<p>or</p>${two}`),
      message: `${inQuiz} has text outside its choices: "or". Put it into the question or into a <Choice>.`,
    },
    {
      mistake: 'a choice that explains nothing',
      make: () => quizOf(quiz, false, one + choice({ text: 'two' }, '\n')),
      message: `${inQuiz} has <Choice text="two"> without an explanation. Write between its tags why it is right or wrong.`,
    },
    {
      mistake: 'a choice without text',
      make: () => quizOf(quiz, false, one + choice({})),
      message: `${inQuiz} has a <Choice> without text. Write text="…".`,
    },
    {
      mistake: 'an unknown attribute',
      make: () => quizOf(quiz, true, one + choice({ text: 'two', corect: true })),
      message: `${inQuiz} has <Choice text="two"> with the unknown attribute "corect". Did you mean correct?`,
    },
    {
      mistake: 'correct with a text',
      make: () => quizOf(quiz, false, one + choice({ text: 'two', correct: 'false' })),
      message: `${inQuiz} has <Choice text="two"> with correct="false". Write the word correct alone, or leave it out.`,
    },
    {
      mistake: 'two choices alike',
      make: () => quizOf(quiz, false, one + two + two),
      message: `${inQuiz} has the choice "two" twice. Remove or reword one of them.`,
    },
    {
      mistake: 'no correct choice',
      make: () => quizOf(quiz, false, two + choice({ text: 'three' })),
      message: `${inQuiz} has 0 correct choices. Give exactly one <Choice> the word "correct", or write <Quiz multiple …>.`,
    },
    {
      mistake: 'two correct choices where one may be chosen',
      make: () => quizOf(quiz, false, one + two + three),
      message: `${inQuiz} has 2 correct choices. Give exactly one <Choice> the word "correct", or write <Quiz multiple …>.`,
    },
    {
      mistake: 'no correct choice among several',
      make: () => quizOf(quiz, true, two + choice({ text: 'three' })),
      message: `${inQuiz} has no correct choice. Give at least one <Choice> the word "correct".`,
    },
    {
      mistake: 'an outcome in a quiz',
      make: () => quizOf(quiz, false, one + outcome1),
      message: `${inQuiz} has <Choice outcome="1">. Only a choice of <Predict> has an outcome.`,
    },
    {
      mistake: 'a typed right answer',
      make: () => predictOf(predict, program, outcome1 + choice({ outcome: '2', correct: true })),
      message: `${inPredict} has a <Choice> with the word "correct". Remove it: ${program.path} computes what is correct.`,
    },
    {
      mistake: 'a prediction without an outcome',
      make: () => predictOf(predict, program, outcome1 + two),
      message: `${inPredict} has <Choice text="two"> without an outcome. Write outcome="…".`,
    },
    {
      mistake: 'an outcome that no choice has',
      make: () => predictOf(predict, { ...program, outcome: '3' }, outcome1 + outcome2),
      message: `${inPredict} has 0 choices with the outcome that ${program.path} returned, "3"; its choices are "1", "2". Give exactly one <Choice> this outcome, or correct the program.`,
    },
    {
      mistake: 'an outcome that two choices have',
      make: () => predictOf(predict, program, outcome1 + outcome2 + choice({ outcome: '2' })),
      message: `${inPredict} has 2 choices with the outcome that ${program.path} returned, "2"; its choices are "1", "2", "2". Give exactly one <Choice> this outcome, or correct the program.`,
    },
  ])('$mistake', ({ make, message }) => {
    expect(make).toThrow(AuthorError);
    expect(make).toThrow(expect.objectContaining({ message }));
  });
});
