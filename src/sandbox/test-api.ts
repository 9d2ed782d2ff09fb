import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  it,
  onTestFailed,
  onTestFinished,
  suite,
  test,
} from '@vitest/runner';
import { clearAllMocks, fn, isMockFunction, resetAllMocks, restoreAllMocks, spyOn } from '@vitest/spy';
import { drawingApi } from './drawing-api.ts';
import { expect } from './expect.ts';
import { jestFn, jestStyle } from './jest-style.ts';
import type { HarnessMessage } from './report.ts';
import type { specPackages, testPackages } from './test-packages.ts';
import { refusingTheRest } from './unavailable.ts';

/** What Vitest and Jest have in common. */
const common = { afterAll, afterEach, beforeAll, beforeEach, describe, it, test, expect };

const mocks = {
  fn,
  spyOn,
  isMockFunction,
  clearAllMocks,
  resetAllMocks,
  restoreAllMocks,
  mocked: <T>(value: T) => value,
};

const vi = refusingTheRest('vi', mocks);

/** What `import … from 'vitest'` gives a hidden test. */
export const testApi = refusingTheRest('', {
  ...common,
  suite,
  onTestFailed,
  onTestFinished,
  vi,
  vitest: vi,
});

/** What `import … from '@jest/globals'` gives a hidden test. */
const jestApi = refusingTheRest('', {
  ...common,
  ...jestStyle,
  jest: refusingTheRest('jest', { ...mocks, fn: jestFn }),
});

/** What a test that the learner writes gets for the packages that it may import. */
export const specModules = { vitest: testApi, '@jest/globals': jestApi } satisfies Record<
  (typeof specPackages)[number],
  object
>;

/** The same for a hidden test, whose drawings are told and whose cases and tapes are kept. */
export const testModules = (
  tell: (message: HarnessMessage) => void,
  keepCase: (received: unknown) => void,
  keepTape: (received: unknown) => void,
) =>
  ({ ...specModules, 'past-tense/drawing': drawingApi(tell, keepCase, keepTape) }) satisfies Record<
    (typeof testPackages)[number],
    object
  >;
