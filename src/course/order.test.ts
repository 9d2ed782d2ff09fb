import { describe, expect, it } from 'vitest';
import { AuthorError } from './author-error.ts';
import type { Asked } from './choices.ts';
import { kindsOf, orderOf, type RanNote } from './order.ts';

const file = 'content/cart/late/ko.mdx';
const asked: Asked = { file, component: 'PredictOrder', question: 'In which order?' };
const program = { path: 'content/cart/late/two.program.ts', shown: 'run();' };
const notes: readonly RanNote[] = [
  { kind: 'published', text: 'UserRegistered' },
  { kind: 'listener', text: 'coupon desk', about: 'UserRegistered' },
  { kind: 'published', text: 'CouponIssued' },
  { kind: 'listener', text: 'push', about: 'CouponIssued' },
];

const order = (changed: Partial<Asked> = {}, ran = notes, shown = program, because = '<p>Deep.</p>') =>
  orderOf({ ...asked, ...changed }, shown, [ran, ran], because);

describe('the notes of a question', () => {
  it('are all there, each with its place in the run', () => {
    const shown = order().notes;

    expect(shown.toSorted((a, b) => a.came - b.came)).toEqual(notes.map((note, came) => ({ ...note, came })));
  });

  it.each([3, 4, 5, 6, 7, 8, 9])('are shown in another order, none of %s where it came', (count) => {
    const many = Array.from({ length: count }, (_, number) => ({ kind: 'published', text: `E${number}` }));

    expect(order({}, many).notes.filter(({ came }, place) => came === place)).toEqual([]);
  });

  it('are shown in the same order at each build', () => {
    expect(order()).toEqual(order());
  });
});

describe('the key of a question', () => {
  const { key } = order();

  it('stays when only the explanation is edited', () => {
    expect(order({}, notes, program, '<p>Depth-first.</p>').key).toBe(key);
    expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ['the question', order({ question: 'Which first?' })],
    ['the order in the run', order({}, notes.toReversed())],
    ['a note', order({}, [...notes.slice(0, 3), { kind: 'listener', text: 'SMS' }])],
    ['the shown program', order({}, notes, { ...program, shown: 'run(2);' })],
  ])('changes with %s', (_what, edited) => {
    expect(edited.key).not.toBe(key);
  });
});

describe('an author’s mistake stops the build:', () => {
  const known = ['published', 'listener', 'row'] as const;
  const tag = `${file}: <PredictOrder question="In which order?">`;

  it.each([
    {
      mistake: 'no question',
      make: () => order({ question: '' }),
      message: `${file}: a <PredictOrder> has no question. Write question="…".`,
    },
    {
      mistake: 'no kinds',
      make: () => kindsOf(asked, undefined, known),
      message: `${tag} names no kinds. Write kinds={['published', 'listener']}.`,
    },
    {
      mistake: 'a kind that does not exist',
      make: () => kindsOf(asked, ['row', 'listeners'], known),
      message: `${tag} names the kind "listeners", which is none. Did you mean listener?`,
    },
    {
      mistake: 'too few notes',
      make: () => order({}, notes.slice(2)),
      message: `${tag} has 2 notes of ${program.path}. Choose other kinds, or let the program do more.`,
    },
    {
      mistake: 'two notes that read the same',
      make: () => order({}, [...notes, notes[1]!]),
      message: `${tag} has two notes of ${program.path} that read the same, "listener coupon desk UserRegistered". Choose other kinds, or give things different names in the program.`,
    },
    {
      mistake: 'a program that does something else each time',
      make: () => orderOf(asked, program, [notes, notes.toReversed()], '<p>Deep.</p>'),
      message: `${tag} names ${program.path}, in whose run() other things happened when it ran again. Take time and ids from past-tense/testing, and keep no state outside run().`,
    },
    {
      mistake: 'no explanation',
      make: () => order({}, notes, program, '\n'),
      message: `${tag} has no explanation. Write between its tags why they come in this order.`,
    },
  ])('$mistake', ({ make, message }) => {
    expect(make).toThrow(AuthorError);
    expect(make).toThrow(expect.objectContaining({ message }));
  });
});
