import { describe, expect, it } from 'vitest';
import { compileExercise } from './compile-exercise.ts';
import { foreignExercise } from './foreign-exercise.test-support.ts';

describe('what the sandbox does not have is named, with file, line and what to do:', () => {
  const file = 'exercises/orders/checkout/checkout.test.ts';
  const clock =
    "Give the code a clock, such as fixedClock of 'past-tense/testing', and call it directly instead of waiting.";
  const argument =
    'Hand the code what it needs as an argument, a vi.fn() or jest.fn() for example, instead of replacing a module.';
  const byHand = 'Compare with toEqual and write down the value that you expect.';

  it.each([
    ['vi.useFakeTimers();', 'vi.useFakeTimers', clock],
    ['jest.setSystemTime(0);', 'jest.setSystemTime', clock],
    ['vi.advanceTimersByTime(1);', 'vi.advanceTimersByTime', clock],
    ['jest.runAllTimers();', 'jest.runAllTimers', clock],
    ["vi.mock('./checkout');", 'vi.mock', argument],
    ["jest.mock('./checkout', () => ({}));", 'jest.mock', argument],
    ["jest.requireActual('./checkout');", 'jest.requireActual', argument],
    ['vi.hoisted(() => 1);', 'vi.hoisted', argument],
    ["vi.stubGlobal('fetch', 1);", 'vi.stubGlobal', 'Hand the code what it needs as an argument, or set'],
    ['await vi.waitFor(() => 1);', 'vi.waitFor', 'Await what the code returns.'],
    ['await expect.poll(() => 1).toBe(1);', 'expect.poll', 'Await what the code returns.'],
    ['expect(1).toMatchSnapshot();', 'expect().toMatchSnapshot', byHand],
    ['expect(1).toMatchInlineSnapshot("1");', 'expect().toMatchInlineSnapshot', byHand],
    ['jest.setTimeout(9000);', 'jest.setTimeout', 'Leave it out; every test has one second and one attempt.'],
    [
      'vi.bogus();',
      'vi.bogus',
      'Leave it out, or use describe, it, the hooks, expect, and of vi or jest: fn',
    ],
  ])('%s', async (code, call, todo) => {
    const imports = ["import { it, expect, vi } from 'vitest';", "import { jest } from '@jest/globals';"];
    const inside = `${imports.join('\n')}\nit('calls', async () => {\n  ${code}\n});`;
    await expect(compile({ 'checkout.test.ts': inside })).rejects.toThrow(
      `${file}:4: ${call} is not available here. ${todo}`,
    );
  });

  it.each([
    [
      'outside every test',
      "import { vi } from 'vitest';\nvi.mock('./checkout');",
      `${file}:2: vi.mock is not available here. ${argument}`,
    ],
    [
      'a function that Vitest has, and the sandbox has not',
      "import { bench } from 'vitest';\nbench('fast', () => {});",
      `${file}:1: bench is not available here. Leave it out, or use describe, it,`,
    ],
    [
      'globals that are not imported',
      "it('is global', () => {});",
      `${file}:1: it is no global here. Import it: import { it } from 'vitest'.`,
    ],
    [
      'a package that there is not',
      "import sinon from 'sinon';\nsinon.fake();",
      `${file}:1: the import of 'sinon' cannot be resolved here. Tests may import vitest, @jest/globals, past-tense,`,
    ],
    [
      'a test that does not run',
      "import { expect, it } from 'vitest';\nit('runs', () => {});\nit.skip('waits', () => {});",
      `${file}:3: the test "waits" does not run. A learner has to pass every test: take out only, skip and todo.`,
    ],
    [
      'a callback named done',
      "import { it } from '@jest/globals';\nit('calls back', (done) => { done(); });",
      'done() callback is deprecated, use promise instead',
    ],
  ])('%s', async (_, test, message) => {
    await expect(compile({ 'checkout.test.ts': test })).rejects.toThrow(message);
  });
});

function compile(changes: Record<string, string>) {
  return compileExercise(foreignExercise(changes), { 'past-tense/index.ts': 'export {};' });
}
