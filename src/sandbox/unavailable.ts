/**
 * Says that a test calls what the sandbox does not have:
 * `vi.useFakeTimers is not available here: give the code a clock …`
 */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';

  constructor(call: string) {
    super(`${call} is not available here: ${advice(call)}.`);
  }
}

/** A function in the place of `call`, which refuses to be called. */
export const unavailable = (call: string) => (): never => {
  throw new UnavailableError(call);
};

/** `object`, but reading anything that it does not have names it and says what to do instead. */
export function refusingTheRest<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === 'string' && !Object.hasOwn(target, key) && !askedOfAnything.has(key)) {
        throw new UnavailableError(name === '' ? key : `${name}.${key}`);
      }
      return Reflect.get(target, key) as unknown;
    },
  });
}

/** What engines, compilers and printers look for in any object. */
const askedOfAnything = new Set([
  'then',
  'toJSON',
  '__esModule',
  ...Object.getOwnPropertyNames(Object.prototype),
]);

function advice(call: string): string {
  return advices.find(([pattern]) => pattern.test(call))?.[1] ?? whatThereIs;
}

const whatThereIs =
  'leave it out, or use describe, it, the hooks, expect, and of vi or jest: fn, spyOn, mocked, isMockFunction, ' +
  'clearAllMocks, resetAllMocks, restoreAllMocks';

const advices: readonly (readonly [RegExp, string])[] = [
  [/Snapshot/, 'compare with toEqual and write down the value that you expect'],
  [
    /Timer|SystemTime|\.(advance|now$)/,
    "give the code a clock, such as fixedClock of 'past-tense/testing', and call it directly instead of waiting",
  ],
  [
    /[mM]ock$|Actual$|Module|\.hoisted|Automock|createMockFromModule/,
    'hand the code what it needs as an argument, a vi.fn() or jest.fn() for example, instead of replacing a module',
  ],
  [
    /[sS]tub|replaceProperty/,
    'hand the code what it needs as an argument, or set the value in beforeEach and put it back in afterEach',
  ],
  [/\.(waitFor|waitUntil|poll)$/, 'await what the code returns'],
  [/setTimeout|setConfig|resetConfig|retryTimes/, 'leave it out; every test has one second and one attempt'],
];
