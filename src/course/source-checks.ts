import { z } from 'astro/zod';
import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ExerciseFiles } from './exercise-files.ts';

const text = z.string().trim().min(1, 'the text is empty');
const requirement = { name: text, says: text };
const atLeastOne = z.array(z.string()).min(1, 'the list is empty');

const typesSchema = z
  .strictObject({ ...requirement, compiles: text.optional(), refused: text.optional() })
  .refine(({ compiles, refused }) => (compiles === undefined) !== (refused === undefined), {
    error: 'it has both or none of compiles and refused, where one of them is needed',
  })
  .refine(({ refused }) => refused === undefined || refusedLines(refused).length > 0, {
    error: 'refused: no line ends with // refused, as those do that TypeScript has to refuse',
  })
  .refine(({ compiles }) => compiles === undefined || refusedLines(compiles).length === 0, {
    error: 'compiles: a line ends with // refused, but such a snippet stands under refused',
  });

const importsSchema = z.strictObject({ ...requirement, files: atLeastOne, may: z.array(z.string()) });
const untouchedSchema = z.strictObject({ ...requirement, files: atLeastOne });

/** The keys of exercise.yaml for requirements that no run can judge; exercises/README.md shows each. */
export const sourceCheckSettings = {
  types: z.array(typesSchema).default([]),
  imports: z.array(importsSchema).default([]),
  untouched: z.array(untouchedSchema).default([]),
};

type SourceCheckSettings = z.output<z.ZodObject<typeof sourceCheckSettings>>;

/** The lines of a snippet, from 1, that TypeScript has to refuse: those that end with `// refused`. */
export function refusedLines(snippet: string): number[] {
  return snippet.split('\n').flatMap((line, index) => (/\/\/ refused\s*$/.test(line) ? [index + 1] : []));
}

/** The learner's files that have to stay as they are. */
export const untouchedFiles = ({ untouched }: Pick<SourceCheckSettings, 'untouched'>): string[] =>
  untouched.flatMap(({ files }) => files);

/** The files that `written`, a path of a file or of a folder (`domain/`), stands for. */
export const filesAt = (written: string, files: readonly string[]): string[] =>
  files.filter((path) => path === written || (written.endsWith('/') && path.startsWith(written)));

/** Throws an AuthorError for a check that speaks of files that are not there, and for two checks of one name. */
export function refuseUnfitChecks(
  folder: string,
  { types, imports, untouched }: SourceCheckSettings,
  { starters, given, solution }: Pick<ExerciseFiles, 'starters' | 'given' | 'solution'>,
): void {
  const file = `${folder}/exercise.yaml`;
  const names = [...types, ...imports, ...untouched].map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new AuthorError(file, `two checks are named "${twice}"`, 'Give each check a name of its own.');
  }
  const visible = [...starters, ...given];
  for (const { files, may } of imports) {
    refuseUnknown(file, 'imports.files', files, [...starters, ...foldersOf(starters)]);
    refuseUnknown(file, 'imports.may', may, [...visible, ...foldersOf(visible), 'past-tense']);
  }
  const editable = untouchedFiles({ untouched });
  refuseUnknown(file, 'untouched.files', editable, visible);
  const solved = editable.find((path) => solution.includes(path.replace(/\.ts$/, '.solution.ts')));
  if (solved === undefined) return;
  throw new AuthorError(
    file,
    `untouched.files names ${solved}, which has a solution`,
    'The learner changes a file with a solution: delete the solution, or take the file out here.',
  );
}

function refuseUnknown(
  file: string,
  key: string,
  written: readonly string[],
  known: readonly string[],
): void {
  const unknown = written.find((path) => !known.includes(path));
  if (unknown === undefined) return;
  throw new AuthorError(
    file,
    `${key} names ${unknown}, which is none of ${known.join(', ')}`,
    didYouMean(unknown, known, 'Write the path from the folder of the exercise.'),
  );
}

/** `domain/` and `domain/events/` of `domain/events/user.ts`. */
function foldersOf(files: readonly string[]): string[] {
  const folders = files.flatMap((path) =>
    [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)),
  );
  return [...new Set(folders)];
}
