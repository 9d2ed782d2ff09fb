import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Sources } from '../compiler/build-options.ts';
import { compileNative } from '../compiler/compile-native.ts';
import { createInspector } from '../editor/inspect-sources.ts';
import type { JobModule } from '../sandbox/report.ts';
import { runInNode } from '../sandbox/run-in-node.ts';
import { compileRequest, learnerModules } from '../workbench/exercise-bundle.ts';
import type { ProjectExercise } from '../workbench/project-exercise.ts';
import {
  inspectionFor,
  judgeSources,
  judgeWithSources,
  needTypeScript,
  notAsked,
  type SourcesOutcome,
} from '../workbench/source-checks.ts';
import { withSourceFrames } from '../workbench/source-frames.ts';
import type { Verdict } from '../workbench/verdict.ts';

export type Project = {
  readonly exercise: ProjectExercise;
  /** The compiled modules that are not the learner's. */
  readonly fixed: readonly JobModule[];
  /** The worker script of the sandbox. */
  readonly harness: string;
  /** Sources of the course library by module path. */
  readonly library: Sources;
};

/** Judges the learner's files as the page does: the same compiler options, harness, limits and judge, in Node. */
export async function judgeProject(project: Project, files: Sources): Promise<Verdict> {
  const { exercise, fixed, harness } = project;
  const { plan } = exercise;
  const compilation = await compileNative(compileRequest({ fixed, plan }, files));
  if (compilation.kind === 'refused') return compilation;
  const modules = [...fixed, ...learnerModules(exercise, compilation.modules)];
  const report = await runInNode(harness, { modules, plan });
  return judgeWithSources(withSourceFrames(report, compilation.modules), exercise, () =>
    Promise.resolve(checkSources(project, files)),
  );
}

function checkSources({ exercise, library }: Project, files: Sources): SourcesOutcome {
  const { checks, given } = exercise;
  if (!needTypeScript(checks)) return judgeSources(checks, files, notAsked);
  const folder = dirname(ts.getDefaultLibFilePath({}));
  const inspect = createInspector({ ts, declarations: (name) => ts.sys.readFile(join(folder, name)) });
  return judgeSources(checks, files, inspect(inspectionFor(checks, { ...given, ...files }, library)));
}
