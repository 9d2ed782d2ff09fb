import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Sources } from '../compiler/build-options.ts';
import { AuthorError } from '../course/author-error.ts';
import { modulePath } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import { filesAt, refusedLines } from '../course/source-checks.ts';
import { createInspector, type Findings, type Inspection } from '../editor/inspect-sources.ts';
import type { ExerciseBundle } from '../workbench/exercise-bundle.ts';
import {
  inspectionFor,
  judgeSources,
  judgeWithSources,
  needTypeScript,
  notAsked,
  type SourceCheck,
} from '../workbench/source-checks.ts';
import type { Verdict } from '../workbench/verdict.ts';
import { learnerFiles, sourcesOf } from './compile-exercise.ts';

/** The source checks of exercise.yaml. Throws an AuthorError when one has the name of a hidden test. */
export function sourceChecks(exercise: Exercise, tests: readonly string[]): SourceCheck[] {
  const { types, imports, untouched } = exercise.settings;
  const { starters, given } = exercise.files;
  const modulesAt = (written: readonly string[], files: readonly string[]) =>
    [...new Set(written.flatMap((path) => filesAt(path, files)))].map(modulePath);
  const shared = [...types, ...imports, ...untouched].find(({ name }) => tests.includes(name));
  if (shared) {
    throw new AuthorError(
      `${exercise.folder}/exercise.yaml`,
      `a check is named "${shared.name}", as is a test`,
      'Give the check a name of its own.',
    );
  }
  return [
    ...types.map(({ name, says, compiles, refused }): SourceCheck => {
      const snippet = compiles ?? refused ?? '';
      return { kind: 'types', name, says, snippet, refused: refusedLines(snippet) };
    }),
    ...imports.map(({ name, says, files, may }): SourceCheck => {
      const library = may.includes('past-tense') ? ['past-tense/index.ts'] : [];
      const allowed = [...modulesAt(may, [...starters, ...given]), ...library];
      return { kind: 'imports', name, says, files: modulesAt(files, starters), may: allowed };
    }),
    ...untouched.map(({ name, says, files }): SourceCheck => ({
      kind: 'untouched',
      name,
      says,
      files: sourcesOf(exercise, files),
    })),
  ];
}

export type Inspect = (asked: Inspection) => Findings | Promise<Findings>;

/** Adds the source checks to the verdict on the run of a variant, as the page does. */
export const judgeSourcesOf = (
  exercise: Exercise,
  bundle: ExerciseBundle,
  library: Sources,
  variant: readonly string[],
  run: Verdict,
): Promise<Verdict> => judgeSourcesOfFiles(exercise, bundle, library, learnerFiles(exercise, variant), run);

/** The same for any files in the places of the starters. */
export async function judgeSourcesOfFiles(
  exercise: Exercise,
  bundle: ExerciseBundle,
  library: Sources,
  files: Sources,
  run: Verdict,
  inspect: Inspect = inspectInNode,
): Promise<Verdict> {
  if (run.kind !== 'passed' && run.kind !== 'failed') return run;
  const { checks } = bundle;
  return judgeWithSources(run.report, bundle, async () => {
    if (!needTypeScript(checks)) return judgeSources(checks, files, notAsked);
    const visible = { ...sourcesOf(exercise, exercise.files.given), ...files };
    const findings = await inspect(inspectionFor(checks, visible, library));
    return judgeSources(checks, files, findings);
  });
}

let inspector: ReturnType<typeof createInspector> | undefined;

/** One inspector for the process: it keeps what it parsed. */
const inspectInNode: Inspect = (asked) => {
  const folder = dirname(ts.getDefaultLibFilePath({}));
  const declarations = (name: string) => ts.sys.readFile(join(folder, name));
  inspector ??= createInspector({ ts, declarations });
  return inspector(asked);
};
