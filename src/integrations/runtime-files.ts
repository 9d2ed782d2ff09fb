import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Exercise } from '../course/exercises.ts';
import type { Site } from '../course/site-settings.ts';
import type { WorkbenchFiles } from '../workbench/exercise-bundle.ts';
import { sourcesOf } from './compile-exercise.ts';
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

/** Every file that belongs into the folder `runtime/` of a site with these exercises. */
export async function runtimeFiles(
  root: string,
  exercises: readonly Exercise[],
  { languages, solutions }: Choices,
): Promise<RuntimeFile[]> {
  const judged = await Promise.all(exercises.map((exercise) => judgedFiles(root, exercise)));
  const libraries = languages.map((locale) => libraryFile(root, locale));
  const tests = exercises.map(testsFile);
  const projects = await Promise.all(languages.map((locale) => projectFile(root, locale)));
  return [
    ...judged.map(({ bundle }) => bundle),
    ...(solutions ? judged.map(({ reference }) => reference) : []),
    ...(solutions ? exercises.map(solutionsFile) : []),
    ...tests,
    await sandboxFile(),
    ...libraries,
    ...projects,
    compilerFile(),
  ];
}

/** The addresses that the workbench of an exercise is given on a page in that language, from the site's root. */
export async function workbenchFiles(
  root: string,
  exercise: Exercise,
  locale: Locale,
  { solutions }: Pick<Choices, 'solutions'>,
): Promise<WorkbenchFiles> {
  const [{ bundle, reference }, sandbox, project] = await Promise.all([
    judgedFiles(root, exercise),
    sandboxFile(),
    projectFile(root, locale),
  ]);
  const url = ({ name }: RuntimeFile) => `${import.meta.env.BASE_URL.replace(/\/$/, '')}/runtime/${name}`;
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
      sandbox: built(sandbox),
      library: built(library),
      compiler: built(compilerFile()),
    },
  };
}

const built = ({ body, integrity, unpackedBytes }: RuntimeFile): Built => ({
  bytes: Buffer.byteLength(body),
  ...(unpackedBytes === undefined ? {} : { unpackedBytes }),
  integrity,
});

async function judgedFiles(
  root: string,
  exercise: Exercise,
): Promise<Readonly<Record<'bundle' | 'reference', RuntimeFile>>> {
  const library = librarySources(root);
  const shipped = await keptExercise(root, exercise, library, () => shipExercise(exercise, library));
  const name = exercise.id.replaceAll('/', '.');
  return { bundle: json(name, shipped.bundle), reference: json(`${name}.reference`, shipped.reference) };
}

const solutionsFile = (exercise: Exercise): RuntimeFile =>
  json(`${exercise.id.replaceAll('/', '.')}.solutions`, solutionsOf(exercise));

/** As their author wrote them. */
const testsFile = (exercise: Exercise): RuntimeFile =>
  json(`${exercise.id.replaceAll('/', '.')}.tests`, sourcesOf(exercise, exercise.files.tests));

const sandboxFile = async (): Promise<RuntimeFile> => json('sandbox', await sandboxFiles());

const libraryFile = (root: string, locale: Locale): RuntimeFile =>
  json(`library.${locale}`, editorLibrary(root, locale));

const projectFile = async (root: string, locale: Locale): Promise<RuntimeFile> =>
  json(`project.${locale}`, await projectParts(root, locale));

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
