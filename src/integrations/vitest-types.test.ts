import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { testApi } from '../sandbox/test-api.ts';

const types = readFileSync('src/editor/vitest-types.d.ts', 'utf8');

it('shows in the editor only matchers and functions that the sandbox has', () => {
  const matchers = [...body('interface Matchers').matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name!);
  expect(matchers).toContain('toBe');
  const assertion = testApi.expect(1) as unknown as Record<string, unknown>;
  expect(matchers.filter((name) => typeof assertion[name] !== 'function')).toEqual([]);

  const statics = [...body('export const expect').matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name!);
  expect(statics).toContain('objectContaining');
  const given = testApi.expect as unknown as Record<string, unknown>;
  expect(statics.filter((name) => typeof given[name] !== 'function')).toEqual([]);

  const exported = [...types.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name!);
  expect(exported.filter((name) => !Object.hasOwn(testApi, name))).toEqual([]);
});

/** What stands between the braces after `opening`. */
function body(opening: string): string {
  const from = types.indexOf(opening);
  return types.slice(from, types.indexOf('\n}', from));
}
