import type { Sources } from '../compiler/build-options.ts';

/** The draft's texts for files that the exercise still has. */
export function knownFiles(draft: Sources | undefined, starters: Sources) {
  return Object.fromEntries(Object.entries(draft ?? {}).filter(([path]) => Object.hasOwn(starters, path)));
}

export function sameFiles(one: Sources, other: Sources): boolean {
  return Object.keys(other).every((path) => one[path] === other[path]);
}
