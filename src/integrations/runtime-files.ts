import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Exercise } from '../course/exercises.ts';
import { oncePerBuild } from '../course/once-per-build.ts';
import type { Site } from '../course/site-settings.ts';
import type { WorkbenchFiles } from '../workbench/exercise-bundle.ts';
import { sourcesOf } from './compile-exercise.ts';
import { judgedAhead } from './judge-ahead.ts';
import { shipExercise } from './judge-exercise.ts';
import { keptExercise } from './kept-exercise.ts';
import type { Locale } from '../i18n/locale.ts';
import { editorLibrary } from './editor-library.ts';
import { librarySources } from './library-sources.ts';
import { projectParts } from './project-parts.ts';
import { sandboxFiles } from './sandbox-files.ts';
import { solutionsOf } from './solutions.ts';

/** A file that the workbench fetches when it needs it. Its name holds a hash of its content. */
export type RuntimeFile = {
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
} & Omit<Built, 'bytes'>;

type Built = WorkbenchFiles['built']['compiler'];

/** What decides which files there are. */
type Choices = Pick<Site, 'languages' | 'solutions'>;

/**
 * Every file that belongs into the folder `runtime/` of a site with these exercises. One after the other: those of a
 * large course together do not fit into memory.
 */
export async function* runtimeFiles(
  root: string,
  exercises: readonly Exercise[],
  { languages, solutions }: Choices,
): AsyncGenerator<RuntimeFile> {
  for (const exercise of exercises) {
    const { bundle, reference } = await judgedFiles(root, exercise);
    yield* [bundle, testsFile(exercise)];
    if (solutions) yield* [reference, solutionsFile(exercise)];
  }
  for (const locale of languages) yield* [libraryFile(root, locale), await projectFile(root, locale)];
  yield* [await sandboxFile(), compilerFile()];
}

/** The addresses that the workbench of an exercise is given on a page in that language, from the site's root. */
export async function workbenchFiles(
  root: string,
  exercise: Exercise,
  locale: Locale,
  { solutions }: Pick<Choices, 'solutions'>,
): Promise<WorkbenchFiles> {
  const [{ bundle, reference }, sandbox, project] = await Promise.all([
    describedFiles(root, exercise),
    sandboxFile(),
    projectFile(root, locale),
  ]);
  const url = ({ name }: Pick<RuntimeFile, 'name'>) =>
    `${import.meta.env.BASE_URL.replace(/\/$/, '')}/runtime/${name}`;
  const library = libraryFile(root, locale);
  return {
    bundle: url(bundle),
    ...(solutions ? { reference: url(reference), solutions: url(solutionsFile(exercise)) } : {}),
    tests: url(testsFile(exercise)),
    sandbox: url(sandbox),
    library: url(library),
    compiler: url(compilerFile()),
    project: url(project),
    built: {
      bundle: built(bundle),
      ...(solutions ? { reference: built(reference) } : {}),
      sandbox: built(described(sandbox)),
      library: built(described(library)),
      compiler: built(described(compilerFile())),
    },
  };
}

type DescribedFile = Omit<RuntimeFile, 'body'> & Pick<Built, 'bytes'>;

const built = ({ bytes, integrity, unpackedBytes }: DescribedFile): Built => ({
  bytes,
  ...(unpackedBytes === undefined ? {} : { unpackedBytes }),
  integrity,
});

function described({ body, ...rest }: RuntimeFile): DescribedFile {
  return { ...rest, bytes: Buffer.byteLength(body) };
}

const describedByExercise = new WeakMap<Exercise, Promise<Record<'bundle' | 'reference', DescribedFile>>>();

/** As long as an exercise is the same object it is described once: it stands on two pages in each language. */
function describedFiles(
  root: string,
  exercise: Exercise,
): Promise<Record<'bundle' | 'reference', DescribedFile>> {
  const known =
    describedByExercise.get(exercise) ??
    judgedFiles(root, exercise).then(({ bundle, reference }) => ({
      bundle: described(bundle),
      reference: described(reference),
    }));
  describedByExercise.set(exercise, known);
  return known;
}

async function judgedFiles(
  root: string,
  exercise: Exercise,
): Promise<Readonly<Record<'bundle' | 'reference', RuntimeFile>>> {
  await judgedAhead(exercise.id);
  const library = librarySources(root);
  const shipped = await keptExercise(root, exercise, library, (held) => shipExercise(held, library));
  const name = exercise.id.replaceAll('/', '.');
  return { bundle: json(name, shipped.bundle), reference: json(`${name}.reference`, shipped.reference) };
}

const solutionsFile = (exercise: Exercise): RuntimeFile =>
  json(`${exercise.id.replaceAll('/', '.')}.solutions`, solutionsOf(exercise));

/** As their author wrote them. */
const testsFile = (exercise: Exercise): RuntimeFile =>
  json(`${exercise.id.replaceAll('/', '.')}.tests`, sourcesOf(exercise, exercise.files.tests));

const sandboxFile = oncePerBuild(async (): Promise<RuntimeFile> => json('sandbox', await sandboxFiles()));

const libraryFile = oncePerBuild((root: string, locale: Locale): RuntimeFile =>
  json(`library.${locale}`, editorLibrary(root, locale)),
);

const projectFile = oncePerBuild(async (root: string, locale: Locale): Promise<RuntimeFile> =>
  json(`project.${locale}`, await projectParts(root, locale)),
);

let compiler: RuntimeFile | undefined;

/** Gzipped here, because some static hosts do not compress WebAssembly. */
function compilerFile(): RuntimeFile {
  compiler ??= compress('esbuild', createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm'));
  return compiler;
}

function compress(name: string, path: string): RuntimeFile {
  const content = readFileSync(path);
  const packed = Uint8Array.from(gzipSync(content, { level: 9 }));
  const made = file(name, 'wasm.gz', 'application/gzip', packed);
  return {
    ...made,
    unpackedBytes: content.length,
    integrity: `${made.integrity} ${integrityOf(content)}`,
  };
}

const json = (name: string, content: unknown): RuntimeFile =>
  file(name, 'json', 'application/json', JSON.stringify(content));

function file(name: string, ending: string, type: string, body: RuntimeFile['body']): RuntimeFile {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { name: `${name}.${hash}.${ending}`, type, body, integrity: integrityOf(body) };
}

const integrityOf = (body: RuntimeFile['body']): string =>
  `sha256-${createHash('sha256').update(body).digest('base64')}`;
