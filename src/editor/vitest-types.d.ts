/**
 * What a test that the learner writes gets from 'vitest', as the editor's completion and hover show it. Vitest's own
 * types bring those of Node, Vite and Chai with them, a megabyte of text.
 */

type Body = () => void | Promise<void>;

interface TestFunction {
  (name: string, body: Body): void;
  /** Registers one test for each row; `%s` or `$field` in the name takes the row's values. */
  each<Row extends readonly unknown[]>(
    rows: readonly (readonly [...Row])[],
  ): (name: string, body: (...row: Row) => void | Promise<void>) => void;
  each<Row>(rows: readonly Row[]): (name: string, body: (row: Row) => void | Promise<void>) => void;
}

/** Registers a test. Its name is a sentence about what the code does. */
export const it: TestFunction;
export const test: TestFunction;
/** Groups tests under a name. */
export function describe(name: string, body: () => void): void;
export function beforeEach(body: Body): void;
export function afterEach(body: Body): void;
export function beforeAll(body: Body): void;
export function afterAll(body: Body): void;

interface Matchers {
  readonly not: Matchers;
  readonly resolves: AsyncMatchers;
  readonly rejects: AsyncMatchers;
  /** The same value or the same object (`Object.is`). */
  toBe(expected: unknown): void;
  /** Equal in content, whatever the classes; fields that are `undefined` do not count. */
  toEqual(expected: unknown): void;
  /** Equal in content and classes; fields that are `undefined` count. */
  toStrictEqual(expected: unknown): void;
  /** Has at least what `expected` has. */
  toMatchObject(expected: object): void;
  toBeUndefined(): void;
  toBeDefined(): void;
  toBeNull(): void;
  toBeTruthy(): void;
  toBeFalsy(): void;
  toBeGreaterThan(than: number | bigint): void;
  toBeGreaterThanOrEqual(than: number | bigint): void;
  toBeLessThan(than: number | bigint): void;
  toBeLessThanOrEqual(than: number | bigint): void;
  toBeInstanceOf(expected: abstract new (...values: never[]) => unknown): void;
  toContain(item: unknown): void;
  toContainEqual(item: unknown): void;
  toHaveLength(length: number): void;
  toHaveProperty(path: string | readonly (string | number)[], value?: unknown): void;
  toMatch(expected: string | RegExp): void;
  /** The function throws; the error's message holds the text, matches the pattern, or it is of the class. */
  toThrow(expected?: string | RegExp | Error | (abstract new (...values: never[]) => unknown)): void;
  toHaveBeenCalled(): void;
  toHaveBeenCalledOnce(): void;
  toHaveBeenCalledTimes(times: number): void;
  toHaveBeenCalledWith(...values: unknown[]): void;
  toHaveBeenNthCalledWith(call: number, ...values: unknown[]): void;
}

type AsyncMatchers = {
  readonly [Name in keyof Matchers]: Matchers[Name] extends (...values: infer Values) => void
    ? (...values: Values) => Promise<void>
    : AsyncMatchers;
};

/** Says what a value has to be. The message is shown when it is not. */
export const expect: {
  (actual: unknown, message?: string): Matchers;
  any(kind: unknown): unknown;
  anything(): unknown;
  arrayContaining(items: readonly unknown[]): unknown;
  objectContaining(fields: object): unknown;
  stringContaining(text: string): unknown;
  stringMatching(text: string | RegExp): unknown;
  assertions(count: number): void;
  hasAssertions(): void;
};

interface Mock<Values extends unknown[], Result> {
  (...values: Values): Result;
  readonly mock: {
    /** The arguments of each call, in order. */
    readonly calls: readonly Values[];
  };
  mockReturnValue(value: Result): this;
  mockImplementation(implementation: (...values: Values) => Result): this;
}

export const vi: {
  /** A function that remembers its calls. */
  fn(): Mock<any[], any>;
  fn<Values extends unknown[], Result>(implementation: (...values: Values) => Result): Mock<Values, Result>;
};
