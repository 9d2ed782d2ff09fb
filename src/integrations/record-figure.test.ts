import { note } from 'past-tense/testing';
import { expect, it } from 'vitest';
import { recordFigure } from './record-figure.ts';

const lesson = 'content/cart/late/ko.mdx';
const path = 'content/cart/late/checkout.program.ts';
const written = { file: lesson, of: './checkout.program.ts', label: 'The checkout' };

const programs = (timeline: unknown) => new Map([[path, () => ({ timeline })]]);
const tell = (kind: 'message' | 'command', label: string) => note({ kind, place: 'external', label });

it('records what the function does that timeline() returns, and not how it was prepared', () => {
  const { entries } = recordFigure(
    written,
    programs(() => {
      tell('message', 'prepared');
      return () => tell('message', 'sent');
    }),
  );

  expect(entries.map(({ label }) => label)).toEqual(['sent']);
});

it('leaves out the kinds that the lesson does without', () => {
  const { entries } = recordFigure(
    { ...written, without: ['command'] },
    programs(() => () => {
      tell('command', 'Send');
      tell('message', 'sent');
    }),
  );

  expect(entries.map(({ label }) => label)).toEqual(['sent']);
});

let count = 0;

it.each([
  {
    mistake: 'without a label',
    figure: { ...written, label: '' },
    message: 'has no label. Say in label="…" what the figure shows.',
  },
  {
    mistake: 'of a program that is not there',
    figure: { ...written, of: './chekout.program.ts' },
    message:
      'names a program that is not there: content/cart/late/chekout.program.ts. Did you mean ./checkout.program.ts?',
  },
  {
    mistake: 'of a program that runs something else',
    timeline: undefined,
    message: `names ${path}, which exports no function timeline. Export timeline(): () => void, which prepares everything and returns what is to be recorded.`,
  },
  {
    mistake: 'of a program that prepares nothing',
    timeline: () => tell('message', 'sent'),
    message: `names ${path}, whose timeline() returns no function. Export timeline(): () => void, which prepares everything and returns what is to be recorded.`,
  },
  {
    mistake: 'of a program that throws',
    timeline: () => () => {
      throw new Error('sold out');
    },
    message: `names ${path}, which threw Error: sold out. Catch what is meant to be thrown.`,
  },
  {
    mistake: 'of a program in which nothing happens',
    timeline: () => () => 'nothing',
    message: `names ${path}, in which nothing happened that the library knows of. Use pieces of past-tense, or tell it with note and during of past-tense/testing.`,
  },
  {
    mistake: 'of a program in which too much happens',
    timeline: () => () => {
      for (let sent = 0; sent < 600; sent += 1) tell('message', 'sent');
    },
    message: `names ${path}, in which more happened than a recording holds: 100 entries more. Let the program do less.`,
  },
  {
    mistake: 'of a program that does something else each time',
    timeline: () => () => {
      count += 1;
      tell('message', `sent ${count}`);
    },
    message: `names ${path}, in which other things happened when it ran again. Take time and ids from past-tense/testing, and prepare everything inside timeline().`,
  },
  {
    mistake: 'without what does not happen',
    figure: { ...written, without: ['mesage'] as never },
    message: 'leaves out "mesage", which does not happen. Did you mean message?',
  },
])('refuses a figure $mistake', ({ figure = written, message, ...rest }) => {
  const timeline = 'timeline' in rest ? rest.timeline : () => () => tell('message', 'sent');

  expect(() => recordFigure(figure, programs(timeline))).toThrow(
    `${lesson}: <Timeline of="${figure.of}"> ${message}`,
  );
});
