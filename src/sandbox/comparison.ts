import { describeExpected, describeValue, type AsMatcher } from './describe-value.ts';
import { isRecord } from './read-value.ts';
import { readTree, type ValueTree } from './value-tree.ts';

/** The two values that a failed assertion compared. Nothing was expected where the assertion was a `not`. */
export type Comparison = { readonly expected?: ValueTree; readonly actual: ValueTree };

/** Describes what an assertion compared, while the values are as it saw them; nothing if it compared none. */
export function compare(thrown: unknown, isNegated: boolean, asMatcher: AsMatcher): Comparison | undefined {
  try {
    if (!isRecord(thrown) || thrown['name'] !== 'AssertionError') return undefined;
    if (!('actual' in thrown) || !('expected' in thrown) || thrown['showDiff'] === false) return undefined;
    const { actual, expected } = thrown;
    return {
      ...(isNegated ? {} : { expected: describeExpected(expected, actual, asMatcher) }),
      actual: describeValue(actual),
    };
  } catch {
    return undefined;
  }
}

/** Reads a comparison that came out of the sandbox. */
export function readComparison(received: unknown): Comparison | undefined {
  if (!isRecord(received) || !isRecord(received['actual'])) return undefined;
  return {
    ...(isRecord(received['expected']) ? { expected: readTree(received['expected']) } : {}),
    actual: readTree(received['actual']),
  };
}
