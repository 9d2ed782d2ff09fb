import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { compileFunction } from 'node:vm';
import * as library from 'past-tense';
import * as testing from 'past-tense/testing';
import ts from 'typescript';
import { AuthorError } from '../course/author-error.ts';
import { oncePerBuild } from '../course/once-per-build.ts';

/** Programs by their paths from the project's root; each gives what the file exports. */
export type Programs = ReadonlyMap<string, () => unknown>;

/** What programs import beside each other: the very modules that a recorder listens to. */
const packages: Readonly<Record<string, unknown>> = { 'past-tense': library, 'past-tense/testing': testing };

/**
 * The programs beside a lesson's file, both from the project's root. A program is compiled when a lesson asks for it:
 * Vite would hold the modules of all lessons at once. It runs without waiting for anything, so that figures on a page
 * come in the same order in every build.
 */
export function programsBeside(file: string): Programs {
  const folder = posix.dirname(file);
  const paths = readdirSync(folder)
    .filter((name) => name.endsWith('.program.ts'))
    .map((name) => posix.join(folder, name));
  return new Map(paths.map((path) => [path, () => load(path, new Map())]));
}

/**
 * What a module exports; `loaded` are those that run already, by their paths. Throws an AuthorError for an import that leads
 * nowhere.
 */
function load(path: string, loaded: Map<string, object>): unknown {
  const known = loaded.get(path);
  if (known) return known;
  const exports = {};
  loaded.set(path, exports);
  const require = (name: string): unknown => {
    const file = posix.join(posix.dirname(path), name);
    if (name.startsWith('.') && existsSync(file)) return load(file, loaded);
    if (Object.hasOwn(packages, name)) return packages[name];
    const todo = 'A program may import past-tense, past-tense/testing and files of the course.';
    throw new AuthorError(path, `imports '${name}', which is not there`, todo);
  };
  compileFunction(compiled(path), ['exports', 'require'], { filename: path })(exports, require);
  return exports;
}

/** Both languages show the same programs. */
const compiled = oncePerBuild(
  (path: string): string =>
    ts.transpileModule(readFileSync(path, 'utf8'), {
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: false,
      },
      fileName: path,
    }).outputText,
);
