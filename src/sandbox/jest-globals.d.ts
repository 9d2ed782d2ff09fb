/** The types of '@jest/globals' for hidden tests that import it: Vitest's own, as far as the sandbox has them. */
import type * as vitest from 'vitest';

export { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
export const describe: typeof vitest.describe;
export const fdescribe: typeof vitest.describe;
export const xdescribe: typeof vitest.describe;
export const it: typeof vitest.it & { readonly failing: typeof vitest.it.fails };
export const test: typeof it;
export const fit: typeof it;
export const xit: typeof it;
export const xtest: typeof it;
export const jest: Pick<
  typeof vitest.vi,
  'fn' | 'spyOn' | 'mocked' | 'isMockFunction' | 'clearAllMocks' | 'resetAllMocks' | 'restoreAllMocks'
>;

export namespace jest {
  type Mock<T extends (...args: never[]) => unknown> = vitest.Mock<T>;
  type Mocked<T> = vitest.Mocked<T>;
  type MockedFunction<T extends (...args: never[]) => unknown> = vitest.MockedFunction<T>;
  type SpiedFunction<T extends (...args: never[]) => unknown> = vitest.MockInstance<T>;
}
