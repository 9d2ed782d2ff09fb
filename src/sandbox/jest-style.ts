import { describe, it } from '@vitest/runner';
import { fn as vitestFn, type Mock } from '@vitest/spy';

type Registered = (title: unknown, ...rest: unknown[]) => void;

const jestDescribe = withMembers(describe, { each: jestEach(describe) });
const jestIt = withMembers(it, { each: jestEach(it), failing: it.fails });

/** What is otherwise in Jest than in Vitest, and the names that only Jest has. */
export const jestStyle = {
  describe: jestDescribe,
  fdescribe: describe.only,
  xdescribe: describe.skip,
  it: jestIt,
  test: jestIt,
  fit: it.only,
  xit: it.skip,
  xtest: it.skip,
};

/** In Jest, `mockReset` takes the implementation away that `jest.fn` was given; in Vitest it comes back. */
export function jestFn(implementation?: Parameters<Mock['mockImplementation']>[0]): Mock {
  const mock = vitestFn();
  return implementation ? mock.mockImplementation(implementation) : mock;
}

/** Jest has a placeholder of its own for titles: `%p`, the value as an object of source code. */
function jestEach(register: { readonly each: unknown }) {
  return (...table: unknown[]): Registered => {
    const each = (register.each as (...table: unknown[]) => Registered).apply(register, table);
    return (title, ...rest) =>
      each(typeof title === 'string' ? title.replaceAll('%p', '%o') : title, ...rest);
  };
}

/** The function with other members than its own; `it` and `describe` are shared, so they stay as they are. */
function withMembers<T extends object, M extends object>(target: T, members: M): T & M {
  return new Proxy(target, {
    get: (_, key) => Reflect.get(Object.hasOwn(members, key) ? members : target, key) as unknown,
  }) as T & M;
}
