import {
  ASYMMETRIC_MATCHERS_OBJECT,
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
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  getCurrentTest,
  it,
  suite,
  test,
} from '@vitest/runner';
import { clearAllMocks, fn, isMockFunction, resetAllMocks, restoreAllMocks, spyOn } from '@vitest/spy';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
chai.config.truncateThreshold = 80;

/** How many assertions the current test has made. */
export const assertionCount = (): number => getState(expect).assertionCalls;

export function resetAssertionCount(testName: string): void {
  setState({ assertionCalls: 0, currentTestName: testName }, expect);
}

/** Vitest's `expect`, put together as Vitest does it; without snapshots and `expect.poll`, which need its server. */
const expect = createExpect();

function createExpect(): ExpectStatic {
  const create = (value: unknown, message?: string) => {
    setState({ assertionCalls: getState(created).assertionCalls + 1 }, created);
    const assertion = chai.expect(value, message) as unknown as { withTest(test: unknown): unknown };
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
  });
  setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, created);
  Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: created, configurable: true });
  created.extend(customMatchers);
  return created;
}

/** What `import … from 'vitest'` gives a hidden test. */
export const testApi = {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  suite,
  it,
  test,
  expect,
  vi: {
    fn,
    spyOn,
    isMockFunction,
    clearAllMocks,
    resetAllMocks,
    restoreAllMocks,
    mocked: <T>(value: T) => value,
  },
};
