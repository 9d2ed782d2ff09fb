import { AuthorError } from './author-error.ts';

/** Who is who in an exercise folder. Paths are from the exercise folder. */
export interface ExerciseFiles {
  /** What the learner edits. */
  readonly starters: readonly string[];
  /** Those of the starters that are tests, which the learner writes. */
  readonly specs: readonly string[];
  /** What the learner reads but cannot change. */
  readonly given: readonly string[];
  readonly tests: readonly string[];
  readonly solution: readonly string[];
  readonly variants: readonly Variant[];
}

/**
 * Sibling files that together take the places of starters. A mutant is faulty code that the learner's tests have to
 * notice; it takes the place of the solution or of given files, and only while they are tried.
 */
export interface Variant {
  readonly role: 'alternative' | 'mistake' | 'mutant';
  readonly name: string;
  /** Tells another spelling of the same mistake apart: `again` in `user.mistake-late.again.ts`. */
  readonly spelling?: string;
  readonly files: readonly string[];
}

/**
 * Reads the roles from the names:
 *
 *     user.ts                    starter if user.solution.ts exists or the file is to stay `untouched`, else given
 *     user.test.ts               hidden tests
 *     user.solution.ts           takes the place of user.ts
 *     user.alternative-<name>.ts, user.mistake-<name>.ts
 *     user.mistake-<name>.<spelling>.ts   the same mistake, written differently
 *     user.spec.ts               a test that the learner writes; user.spec.solution.ts and so on as above
 *     user.mutant-<name>.ts      faulty code that the learner's test has to notice
 */
export function exerciseFiles(
  folder: string,
  paths: readonly string[],
  untouched: readonly string[] = [],
): ExerciseFiles {
  const roles = paths.map((path) => ({ path, role: roleOf(folder, path) }));
  const withRole = (role: string) => roles.filter((file) => file.role === role).map((file) => file.path);
  const solution = withRole('solution');
  const editable = new Set([...solution.map(placeTakenBy), ...untouched]);
  const plain = withRole('plain');
  const starters = plain.filter((path) => editable.has(path));
  const files: ExerciseFiles = {
    starters,
    specs: starters.filter(isSpec),
    given: plain.filter((path) => !editable.has(path)),
    tests: withRole('test'),
    solution,
    variants: variantsAmong(paths),
  };
  refuseIncomplete(folder, files);
  return files;
}

/** `user.mistake-literal-id.ts` and `user.solution.ts` → `user.ts`; a plain name stays itself. */
export function placeTakenBy(path: string): string {
  return path.replace(/\.(solution|(alternative|mistake|mutant)-[^/.]+(\.[^/.]+)?)\.ts$/, '.ts');
}

/** The path of a file's module: `user.ts` → `./user.ts`. */
export const modulePath = (path: string): string => `./${path}`;

/** The hidden tests, and what the learner is to write as a test. */
export const testFiles = ({ tests, specs, solution }: ExerciseFiles): string[] => [
  ...tests,
  ...solution.filter((path) => specs.includes(placeTakenBy(path))),
];

const isSpec = (path: string): boolean => path.endsWith('.spec.ts');

const variantName =
  /\.(?:(?<role>alternative|mistake|mutant)-(?<name>[a-z0-9]+(?:-[a-z0-9]+)*)|mistake-(?<mistake>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?<spelling>[a-z0-9-]+))\.ts$/;

function roleOf(folder: string, path: string): 'plain' | 'test' | 'solution' | 'variant' {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^[^.]+(\.spec)?\.ts$/.test(name)) return 'plain';
  if (/^[^.]+\.test\.ts$/.test(name)) return 'test';
  if (/^[^.]+(\.spec)?\.solution\.ts$/.test(name)) return 'solution';
  if (/^[^.]+\./.test(name) && variantName.test(name)) return 'variant';
  throw new AuthorError(
    `${folder}/${path}`,
    'the file’s name gives it no role',
    'Known: x.ts, x.test.ts, x.solution.ts, x.alternative-<name>.ts, x.mistake-<name>.ts, x.mistake-<name>.<spelling>.ts, x.mutant-<name>.ts, x.spec.ts.',
  );
}

function variantsAmong(paths: readonly string[]): Variant[] {
  const variants = new Map<string, Variant & { files: string[] }>();
  for (const path of paths) {
    const groups = variantName.exec(path)?.groups;
    if (!groups) continue;
    const role = (groups['role'] ?? 'mistake') as Variant['role'];
    const name = groups['name'] ?? groups['mistake']!;
    const { spelling } = groups;
    const key = [role, name, spelling].join(' ');
    const variant = variants.get(key) ?? { role, name, ...(spelling ? { spelling } : {}), files: [] };
    variant.files.push(path);
    variants.set(key, variant);
  }
  return [...variants.values()];
}

function refuseIncomplete(folder: string, files: ExerciseFiles): void {
  for (const path of files.solution) {
    if (files.starters.includes(placeTakenBy(path))) continue;
    throw new AuthorError(
      `${folder}/${path}`,
      `there is no starter ${placeTakenBy(path)} beside it`,
      'Add the file that the learner begins with.',
    );
  }
  for (const { role, files: paths } of files.variants) {
    for (const path of paths) refuseUnplaced(folder, files, role, path);
  }
  if (files.solution.length === 0) {
    throw new AuthorError(
      folder,
      'the learner can edit none of its files',
      'Add a solution, such as user.solution.ts beside user.ts.',
    );
  }
  if (files.tests.length === 0 && files.specs.length === 0) {
    throw new AuthorError(folder, 'the exercise has no test', 'Add a hidden test, such as user.test.ts.');
  }
  refuseUntried(folder, files);
}

/** A test that the learner writes needs faulty code to be tried on, and faulty code a test. */
function refuseUntried(folder: string, { given, specs, variants }: ExerciseFiles): void {
  const unsolved = given.find(isSpec);
  if (unsolved !== undefined) {
    throw new AuthorError(
      `${folder}/${unsolved}`,
      'it is named as a test that the learner writes, but has no solution',
      `Add ${unsolved.replace(/\.ts$/, '.solution.ts')}, or name a hidden test ${unsolved.replace('.spec.', '.test.')}.`,
    );
  }
  const mutant = variants.find(({ role }) => role === 'mutant');
  if (specs.length > 0 && !mutant) {
    throw new AuthorError(
      `${folder}/${specs[0]}`,
      'there is no faulty code that this test has to notice',
      'Add x.mutant-<name>.ts, which takes the place of x.ts, and name it under mutants in exercise.yaml.',
    );
  }
  if (mutant && specs.length === 0) {
    throw new AuthorError(
      `${folder}/${mutant.files[0]}`,
      'a mutant is for a test that the learner writes, and there is none',
      'Add x.spec.ts and x.spec.solution.ts, or make it a mistake: x.mistake-<name>.ts.',
    );
  }
}

function refuseUnplaced(folder: string, files: ExerciseFiles, role: Variant['role'], path: string): void {
  const place = placeTakenBy(path);
  if (role === 'mutant' && isSpec(place)) {
    const name = path.slice(path.lastIndexOf('.mutant-') + '.mutant-'.length);
    throw new AuthorError(
      `${folder}/${path}`,
      'a mutant is faulty code that the learner’s test has to notice, and this one takes the place of the test itself',
      `Name faulty code after the code, x.mutant-${name}, and a weak test ${path.replace('.mutant-', '.mistake-')}.`,
    );
  }
  if (files.starters.includes(place) || (role === 'mutant' && files.given.includes(place))) return;
  if (files.given.includes(place)) {
    throw new AuthorError(
      `${folder}/${place}`,
      `the starter has a ${role} (${path}) but no solution`,
      `Add ${place.replace(/\.ts$/, '.solution.ts')}.`,
    );
  }
  throw new AuthorError(
    `${folder}/${path}`,
    `there is no ${place} whose place it takes`,
    `Add ${place} or rename it.`,
  );
}
