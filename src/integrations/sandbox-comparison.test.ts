import { expect, it } from 'vitest';
import { printTree } from '../sandbox/print-value.ts';
import { runInline } from './inline-job.test-support.ts';

/** Both values of the first failed assertion of a test with this body, printed. */
async function compared(user: string, body: string) {
  const report = await runInline(
    user,
    `import { expect, it, onTestFinished } from 'vitest';
     import { value } from './user.ts';
     it('compares', async () => { ${body} });`,
  );
  const { comparison } = report.tests[0]!.errors[0]!;
  return comparison && { ...comparison, actual: printTree(comparison.actual) };
}

it('describes what an assertion compared as it was when the test ended, not as it is later', async () => {
  const { expected, actual } = (await compared(
    "export const value = [{ type: 'Moved', data: { to: 'Busan' } }];",
    `onTestFinished(() => void value.pop());
     expect(value, 'look here').toEqual([{ type: 'Moved', data: { to: 'Seoul' } }]);`,
  ))!;
  expect(actual).toBe('[{ type: "Moved", data: { to: "Busan" } }]');
  expect(printTree(expected!)).toBe('[{ type: "Moved", data: { to: "Seoul" } }]');
});

it('knows no expected value of a `not`', async () => {
  const negated = await compared('export const value = [];', 'expect(value).not.toEqual([]);');
  expect(negated).toEqual({ actual: '[]' });
});

it('lets a matcher stand for every value that it accepts', async () => {
  const { expected } = (await compared(
    "export const value = { at: 1, to: 'Busan' };",
    "expect(value).toEqual({ at: expect.any(Number), to: expect.stringContaining('S') });",
  ))!;
  expect(expected).toMatchObject({
    entries: [
      { key: 'at', value: { text: 'Any Number', fits: true } },
      { key: 'to', value: { kind: 'leaf', text: 'StringContaining "S"' } },
    ],
  });
});

it('describes what a promise was compared with', async () => {
  expect(
    await compared('export const value = Promise.resolve(1);', 'await expect(value).resolves.toBe(2);'),
  ).toMatchObject({ actual: '1' });
});

it.each([
  ['a getter', '{ get price() { return 5; } }', '{ price: [getter] }'],
  ['a function', '{ call() {} }', '{ call: [Function call] }'],
  ['a circle', '(() => { const a = {}; a.self = a; return a; })()', '{ self: [Circular] }'],
])('survives %s', async (_, value, printed) => {
  const both = await compared(
    `export const value: any = ${value};`,
    'expect(1).toBe(1); expect([value].length, "x").toBe(value);',
  );
  expect(printTree(both!.expected!)).toBe(printed);
});

const told = `import { expect, it } from 'vitest';
  import { showCase } from 'past-tense/drawing';
  import { events } from './user.ts';
  const registered = { type: 'UserRegistered', data: { userId: 'mina' } };
  it('tells', () => {
    showCase({ when: 'register()', then: [registered], yours: () => events() });
    expect(events()).toEqual([registered]);
  });
  it('says nothing', () => { expect(events()).toEqual([registered]); });`;

it('reports the case of a test that fails, with what the learner told, and of no other', async () => {
  const report = await runInline('export const events = () => [{ type: "Moved", data: {} }];', told);
  expect(report.tests[0]!.case).toMatchObject({
    given: [],
    when: { kind: 'words', text: { en: 'register()', ko: 'register()' } },
    then: [{ type: 'UserRegistered' }],
    yours: [{ type: 'Moved' }],
  });
  expect(report.tests[1]).not.toHaveProperty('case');
});

it('reports no case of a test that passes, and fails none because its code cannot be asked', async () => {
  const passing = await runInline(
    "export const events = () => [{ type: 'UserRegistered', data: { userId: 'mina' } }];",
    told,
  );
  expect(passing.tests.map(({ state, ...test }) => [state, 'case' in test])).toEqual([
    ['passed', false],
    ['passed', false],
  ]);
  const throwing = await runInline("export const events = () => { throw new Error('no'); };", told);
  expect(throwing.tests[0]).toMatchObject({ state: 'failed', errors: [{ message: 'no' }] });
  expect(throwing.tests[0]!.case).not.toHaveProperty('yours');
});
