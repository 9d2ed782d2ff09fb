import { join } from 'node:path';
import { z } from 'astro/zod';
import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import { exerciseFiles, type ExerciseFiles } from './exercise-files.ts';
import { parseExerciseText, type ExerciseText } from './exercise-text.ts';
import { filesBelow, foldersIn, readText } from './files.ts';
import { type Locale, locales, perLocale } from './locale.ts';
import { oncePerBuild } from './once-per-build.ts';
import { refuseUnfitChecks, sourceCheckSettings, untouchedFiles } from './source-checks.ts';
import { parseYaml } from './yaml.ts';

/** One folder exercises/<chapter>/<exercise>/, complete and consistent. */
export interface Exercise {
  /** `<chapter>/<exercise>` */
  readonly id: string;
  /** Path from the project root: `exercises/<chapter>/<exercise>` */
  readonly folder: string;
  readonly settings: ExerciseSettings;
  readonly texts: Record<Locale, ExerciseText>;
  readonly files: ExerciseFiles;
  /** Every TypeScript file's text by its path from the exercise folder: `sources['domain/user.ts']`. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * exercise.yaml, the facts without language:
 *
 *     opens: user.ts          # the file shown first: a starter or a given file
 *     level: 1                # 1 to 4 stars
 *     minutes: 10
 *     builds: []              # names of the course library that the learner builds; may be left out
 *     uses: [AggregateRoot]   # names that the exercise uses; may be left out
 *     draft: true             # not in the build, and the gate does not judge it; may be left out
 *     intrinsics: open        # built-ins can be changed, for exercises that extend them; may be left out
 *     ends: { never-stops: timed-out }   # mistakes that do not fail by a test; may be left out
 *     mutants:                # the requirement behind each faulty code; only where the learner writes a test
 *       publishes-twice: your test notices a change that is told twice
 *     equivalent:             # mutants of the solution that no test could tell from it; may be left out
 *       - file: user.solution.ts
 *         mutator: EqualityOperator
 *         original: 'a < b'
 *         replacement: 'a <= b'
 *         reason: Equal ones were refused two lines above.
 *     types:                  # requirements about the text of the learner's files; may be left out, as the next two
 *       - name: only the user itself registers events
 *         says: registerEvent is protected in AggregateRoot. User opened it to everybody.
 *         refused: |          # or `compiles`, without marks
 *           import { User } from './user.ts';
 *           new User('mina').registerEvent({} as never); // refused
 *     imports:
 *       - name: the domain imports nothing from outside
 *         says: A domain that imports the mail gateway can only be tested with it.
 *         files: [domain/]
 *         may: [domain/]      # files, folders, past-tense
 *     untouched:
 *       - name: sign-up-service.ts stays as it is
 *         says: Whoever adds a reaction has no reason to open the service.
 *         files: [sign-up-service.ts]   # the learner can edit it, though it has no solution
 */
export type ExerciseSettings = z.output<typeof settingsSchema>;

/** Every exercise under exercises/, sorted by id. Throws an AuthorError at the first mistake. */
export const readExercises = oncePerBuild((root: string): readonly Exercise[] =>
  foldersIn(join(root, 'exercises'))
    .filter((chapter) => chapter !== 'library')
    .flatMap((chapter) => foldersIn(join(root, 'exercises', chapter)).map((name) => `${chapter}/${name}`))
    .map((id) => readExercise(root, id)),
);

const equivalentSchema = z.strictObject({
  file: z.string(),
  mutator: z.string(),
  original: z.string(),
  replacement: z.string(),
  reason: z.string().trim().min(1, 'the text is empty'),
});

const settingsSchema = z.strictObject({
  opens: z.string(),
  level: z.int().min(1, 'the level is 1 to 4').max(4, 'the level is 1 to 4'),
  minutes: z.int().positive(),
  builds: z.array(z.string()).default([]),
  uses: z.array(z.string()).default([]),
  draft: z.boolean().default(false),
  intrinsics: z.enum(['locked', 'open']).default('locked'),
  ends: z.record(z.string(), z.enum(['crashed', 'timed-out'])).default({}),
  mutants: z.record(z.string(), z.string().trim().min(1, 'the text is empty')).default({}),
  equivalent: z.array(equivalentSchema).default([]),
  ...sourceCheckSettings,
});

/** One of them. */
export function readExercise(root: string, id: string): Exercise {
  const folder = `exercises/${id}`;
  const paths = filesBelow(join(root, folder)).filter((path) => !describing.has(path));
  refuseMdx(folder, paths);
  const settings = readSettings(root, folder);
  const files = exerciseFiles(folder, paths, untouchedFiles(settings));
  refuseUnfitChecks(folder, settings, files);
  refuseUnknownOpens(folder, settings.opens, [...files.starters, ...files.given]);
  refuseUnequalMutants(folder, files, settings.mutants);
  const texts = perLocale((locale) => readExerciseText(root, folder, locale));
  refuseUnequalHints(folder, texts);
  for (const locale of locales) refuseUnequalMistakes(folder, files, locale, texts[locale]);
  const sources = letGo(() =>
    Object.fromEntries(paths.map((path) => [path, readText(join(root, folder, path)) ?? ''])),
  );
  return {
    id,
    folder,
    settings,
    texts,
    files,
    get sources() {
      return sources();
    },
  };
}

/**
 * `read`, which is asked again after the memory was needed. All sources of a course of a thousand exercises are some hundred
 * megabytes, and a page needs those of one.
 */
function letGo<Found extends object>(read: () => Found): () => Found {
  let known: WeakRef<Found> | undefined;
  return () => {
    const found = known?.deref() ?? read();
    if (known?.deref() !== found) known = new WeakRef(found);
    return found;
  };
}

/** The files of an exercise folder that are no TypeScript. */
const describing = new Set(['exercise.yaml', ...locales.map((locale) => `${locale}.md`)]);

/** Texts of exercises were MDX once, and a host's own may still be. */
function refuseMdx(folder: string, paths: readonly string[]): void {
  const text = paths.find((path) => path.endsWith('.mdx'));
  if (text === undefined) return;
  throw new AuthorError(
    `${folder}/${text}`,
    'the text of an exercise is Markdown',
    `Rename it to ${text.replace(/x$/, '')}; write components in the lesson.`,
  );
}

function readSettings(root: string, folder: string): ExerciseSettings {
  const file = `${folder}/exercise.yaml`;
  const text = readText(join(root, file));
  if (text === undefined) {
    throw new AuthorError(file, 'the file is missing', 'Add it with opens, level and minutes.');
  }
  return parseYaml(settingsSchema, { file, text });
}

function readExerciseText(root: string, folder: string, locale: Locale): ExerciseText {
  const file = `${folder}/${locale}.md`;
  const text = readText(join(root, file));
  if (text === undefined)
    throw new AuthorError(file, 'the file is missing', 'Write the task in this language.');
  return parseExerciseText(file, text);
}

function refuseUnknownOpens(folder: string, opens: string, visible: readonly string[]): void {
  if (visible.includes(opens)) return;
  throw new AuthorError(
    `${folder}/exercise.yaml`,
    `opens: ${opens} names no file that the learner sees`,
    didYouMean(opens, visible, `The learner sees ${visible.join(', ')}.`),
  );
}

function refuseUnequalMutants(
  folder: string,
  { variants }: ExerciseFiles,
  requirements: ExerciseSettings['mutants'],
): void {
  const known = variants.filter(({ role }) => role === 'mutant');
  const file = `${folder}/exercise.yaml`;
  const unnamed = known.find(({ name }) => !Object.hasOwn(requirements, name));
  if (unnamed) {
    throw new AuthorError(
      file,
      `mutants says nothing of ${unnamed.name} (${unnamed.files[0]})`,
      `Add what the learner's test has to notice: "${unnamed.name}: your test notices …".`,
    );
  }
  const names = known.map(({ name }) => name);
  const unknown = Object.keys(requirements).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new AuthorError(
      file,
      `mutants: ${unknown} has no file`,
      didYouMean(unknown, names, `Add user.mutant-${unknown}.ts, the faulty code.`),
    );
  }
}

function refuseUnequalHints(folder: string, texts: Record<Locale, ExerciseText>): void {
  if (texts.en.hints === texts.ko.hints) return;
  throw new AuthorError(
    `${folder}/ko.md`,
    `${texts.ko.hints} sections "## Hint" where en.md has ${texts.en.hints}`,
    'Give both languages the same hints.',
  );
}

function refuseUnequalMistakes(
  folder: string,
  files: ExerciseFiles,
  locale: Locale,
  text: ExerciseText,
): void {
  const known = files.variants.filter(({ role }) => role === 'mistake').map(({ name }) => name);
  const file = `${folder}/${locale}.md`;
  const untold = known.find((name) => !text.mistakes.includes(name));
  if (untold !== undefined) {
    throw new AuthorError(
      file,
      `no section "## Mistake: ${untold}"`,
      `Tell the learner what mistake-${untold} does, or delete that file.`,
    );
  }
  const unknown = text.mistakes.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new AuthorError(
      file,
      `"## Mistake: ${unknown}" has no file mistake-${unknown}.ts`,
      didYouMean(unknown, known, `Add user.mistake-${unknown}.ts, the wrong solution it speaks of.`),
    );
  }
}
