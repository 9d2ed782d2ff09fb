import { afterEach, expect, it, vi } from 'vitest';
import { oncePerBuild } from './once-per-build.ts';

afterEach(() => vi.unstubAllEnvs());

const counting = () => {
  let calls = 0;
  return oncePerBuild((root: string, locale: string) => `${root} ${locale} ${(calls += 1)}`);
};

it('reads once in a build, for each set of arguments', () => {
  vi.stubEnv('NODE_ENV', 'production');
  const read = counting();

  expect([read('/a', 'en'), read('/a', 'en'), read('/a', 'ko')]).toEqual(['/a en 1', '/a en 1', '/a ko 2']);
});

it('reads anew outside a build', () => {
  const read = counting();

  expect([read('/a', 'en'), read('/a', 'en')]).toEqual(['/a en 1', '/a en 2']);
});
