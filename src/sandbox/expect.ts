import {
  ASYMMETRIC_MATCHERS_OBJECT,
  AsymmetricMatcher,
  ChaiStyleAssertions,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  addCustomEqualityTesters,
  chai,
  customMatchers,
  getState,
  setState,
  type ExpectStatic,
} from '@vitest/expect';
import { getCurrentTest } from '@vitest/runner';
import type { Matcher } from './describe-value.ts';
import { printValue } from './print-value.ts';
import { unavailable } from './unavailable.ts';

const snapshotMatchers = [
  'toMatchSnapshot',
  'toMatchInlineSnapshot',
  'toMatchFileSnapshot',
  'toMatchAriaSnapshot',
  'toMatchAriaInlineSnapshot',
  'toThrowErrorMatchingSnapshot',
  'toThrowErrorMatchingInlineSnapshot',
];

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(ChaiStyleAssertions);
chai.use(JestAsymmetricMatchers);
chai.use(({ Assertion }, { addMethod }) => {
  for (const matcher of snapshotMatchers) {
    addMethod(Assertion.prototype, matcher, unavailable(`expect().${matcher}`));
  }
});
const negated = new WeakSet<Error>();
chai.use(({ Assertion }, { flag }) => {
  const { assert } = Assertion.prototype;
  Assertion.prototype.assert = function (...values: Parameters<typeof assert>) {
    try {
      assert.apply(this, values);
    } catch (error) {
      if (flag(this, 'negate') && error instanceof Error) negated.add(error);
      throw error;
    }
  };
});
chai.config.truncateThreshold = 80;

/** Vitest's `expect`, put together as Vitest does it; without snapshots and `expect.poll`, which need its server. */
export const expect = createExpect();

/** Whether the error comes from a `not`: what was compared was to be different. */
export const isNegated = (error: unknown): boolean => error instanceof Error && negated.has(error);

/** `expect.any(Number)` and the like, as describe-value.ts asks for them. */
export function asMatcher(value: object): Matcher | undefined {
  if (!(value instanceof AsymmetricMatcher)) return undefined;
  const { sample } = value as unknown as { readonly sample: unknown };
  const of = typeof sample === 'function' ? sample.name : sample === undefined ? '' : printValue(sample);
  return {
    text: `${value.toString()}${of === '' ? '' : ` ${of}`}`,
    accepts: (actual) => value.asymmetricMatch(actual, []),
  };
}

let tellAsserted: () => void = () => undefined;
/** From now on this is called, and nothing else, whenever a test makes an assertion. */
export function whenAsserted(tell: () => void): void {
  tellAsserted = tell;
}

/** How many assertions the current test has made. */
export const assertionCount = (): number => getState(expect).assertionCalls;

export function resetAssertionCount(testName: string): void {
  setState({ ...nothingAsserted(), currentTestName: testName }, expect);
}

/** Throws if the test asked for assertions (`expect.assertions(2)`, `expect.hasAssertions()`) that it did not make. */
export function checkAssertionCount(): void {
  const { assertionCalls, isExpectingAssertions, expectedAssertionsNumber } = getState(expect);
  if (expectedAssertionsNumber !== null && assertionCalls !== expectedAssertionsNumber) {
    chai.assert.fail(
      `expected number of assertions to be ${expectedAssertionsNumber}, but got ${assertionCalls}`,
    );
  }
  if (isExpectingAssertions && assertionCalls === 0) {
    chai.assert.fail('expected any number of assertions, but got none');
  }
}

function nothingAsserted() {
  return { assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null };
}

function createExpect(): ExpectStatic {
  const create = (value: unknown, message?: string) => {
    tellAsserted();
    setState({ assertionCalls: getState(created).assertionCalls + 1 }, created);
    const assertion = chai.expect(value, message) as unknown as Assertion;
    const current = getCurrentTest();
    return current ? assertion.withTest(current) : assertion;
  };
  // ExpectStatic is a function with properties that are assigned below, as in Vitest itself.
  const created = create as unknown as ExpectStatic;
  const globals = globalThis as unknown as Record<symbol, object>;
  Object.assign(created, chai.expect, globals[ASYMMETRIC_MATCHERS_OBJECT]);
  const chaiExpect = chai.expect as unknown as { extend(target: ExpectStatic, matchers: object): void };
  Object.assign(created, {
    getState: () => getState(created),
    setState: (state: object) => setState(state, created),
    assert: chai.assert,
    extend: (matchers: object) => chaiExpect.extend(created, matchers),
    addEqualityTesters: addCustomEqualityTesters,
    unreachable: (message?: string) => chai.assert.fail(message ?? 'expected not to be reached'),
    soft: (value: unknown, message?: string) => create(value, message).withContext({ soft: true }),
    assertions: (count: number) => setState({ expectedAssertionsNumber: count }, created),
    hasAssertions: () => setState({ isExpectingAssertions: true }, created),
    poll: unavailable('expect.poll'),
    addSnapshotSerializer: unavailable('expect.addSnapshotSerializer'),
  });
  setState(nothingAsserted(), created);
  Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: created, configurable: true });
  created.extend(customMatchers);
  return created;
}

type Assertion = { withTest(test: unknown): Assertion; withContext(context: object): Assertion };
