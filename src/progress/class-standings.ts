import type { Standing } from './standing.ts';

export type ClassStandings = {
  /** One of each learner. */
  readonly learners: readonly Standing[];
  /** Files in whose place a newer one of the same learner stands. */
  readonly replaced: readonly { readonly older: Standing; readonly newer: Standing }[];
  /** Files with records of the same moment under two names: two browsers of one learner, or somebody else's import. */
  readonly alike: readonly (readonly [Standing, Standing])[];
};

/**
 * Files of a class, each learner once. Two files are of one learner if their names say so, or if they share a moment and
 * one of them is called as every export is.
 */
export function classStandings(files: readonly Standing[]): ClassStandings {
  const learners: Standing[] = [];
  const replaced: ClassStandings['replaced'][number][] = [];
  const alike: ClassStandings['alike'][number][] = [];
  for (const each of files.toSorted((one, other) => other.exportedAt - one.exportedAt)) {
    const newer = learners.find((learner) => isSameLearner(learner, each));
    if (newer) {
      replaced.push({ older: each, newer });
      continue;
    }
    const twin = learners.find((learner) => shareMoment(learner, each));
    if (twin) alike.push([twin, each]);
    learners.push(each);
  }
  return { learners, replaced, alike };
}

function isSameLearner(one: Standing, other: Standing): boolean {
  const [name, otherName] = [one.name, other.name].map((each) => each.normalize().toLowerCase());
  if (name && otherName) return name === otherName;
  return shareMoment(one, other);
}

const shareMoment = ({ moments }: Standing, other: Standing): boolean =>
  [...moments].some((moment) => other.moments.has(moment));
