import type { Sources } from '../compiler/build-options.ts';

/** The draft's texts for files that the exercise still has. */
export function knownFiles(draft: Sources | undefined, starters: Sources) {
  return Object.fromEntries(Object.entries(draft ?? {}).filter(([path]) => Object.hasOwn(starters, path)));
}

export function sameFiles(one: Sources, other: Sources): boolean {
  return Object.keys(other).every((path) => one[path] === other[path]);
}

/** Files with `\n` at the ends of their lines, as editors have them, whatever the computer they come from. */
export const withLineFeeds = (files: Sources): Sources =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll(/\r\n?/g, '\n')]));
