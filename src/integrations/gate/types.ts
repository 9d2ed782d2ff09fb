import { join } from 'node:path';
import ts from 'typescript';
import { placeTakenBy } from '../../course/exercise-files.ts';
import type { Exercise } from '../../course/exercises.ts';
import { compilerOptions } from '../../editor/inspect-sources.ts';

/**
 * Complaints of TypeScript, strict as the editor is. Each variant is checked in the place of the starter; hidden
 * tests with the solution and the alternatives only, because a starter may lack what they call. Where a mistake is that
 * a file stays as the starter has it, beside solved files, the compiler may say so: that is what the learner meets.
 */
export function typeComplaints(root: string, exercise: Exercise): string[] {
  const { files } = exercise;
  const solutions = [{ files: files.solution, withTests: true }];
  const variants = files.variants.map(({ role, files: paths }) => ({
    files: paths,
    withTests: role === 'alternative',
  }));
  return [{ files: [], withTests: false }, ...solutions, ...variants].flatMap((variant) =>
    variantComplaints(root, exercise, variant.files, variant.withTests),
  );
}

let previous: ts.Program | undefined;

function variantComplaints(
  root: string,
  { folder, files, sources }: Exercise,
  variant: readonly string[],
  withTests: boolean,
): string[] {
  const at = (path: string) => join(root, folder, path);
  // What a variant leaves out is as in the solution.
  const replacing = variant.length > 0 ? [...files.solution, ...variant] : [];
  const replaced = new Map(replacing.map((path) => [at(placeTakenBy(path)), path]));
  const overlay = new Map([...replaced].map(([place, path]) => [place, sources[path] ?? '']));
  const visible = [...files.starters, ...files.given, ...(withTests ? files.tests : [])];
  for (const path of visible) if (!overlay.has(at(path))) overlay.set(at(path), sources[path] ?? '');

  const options = optionsFor(root);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  // Without this, modules are looked up as files, so a folder that is only in memory counts too.
  delete host.directoryExists;
  host.readFile = (path) => overlay.get(path) ?? readFile(path);
  host.fileExists = (path) => overlay.has(path) || fileExists(path);
  host.getSourceFile = (path, language, onError, fresh) => {
    const text = overlay.get(path);
    if (text === undefined)
      return previous?.getSourceFile(path) ?? getSourceFile.call(host, path, language, onError, fresh);
    return ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...overlay.keys()], options, host);
  previous = program;
  const isUntouched = (path: string) =>
    replaced.has(path) && overlay.get(path) === sources[path.slice(at('').length + 1)];
  const judged = [...overlay.keys()].filter((path) => !isUntouched(path));
  return judged.flatMap((path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map((diagnostic) =>
      complaint(folder, replaced.get(path) ?? path.slice(at('').length + 1), diagnostic),
    );
  });
}

function complaint(folder: string, path: string, { file, start, messageText }: ts.Diagnostic): string {
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 1;
  return `${folder}/${path}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')} The files of an exercise type-check.`;
}

const optionsFor = (root: string): ts.CompilerOptions =>
  compilerOptions(ts, {
    '@jest/globals': [join(root, 'src/sandbox/jest-globals.d.ts')],
    'past-tense': [join(root, 'exercises/library/index.ts')],
    'past-tense/drawing': [join(root, 'src/sandbox/past-tense-drawing.d.ts')],
    'past-tense/testing': [join(root, 'exercises/library/testing.ts')],
  });
