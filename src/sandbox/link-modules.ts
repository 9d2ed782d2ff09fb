import { lockFunctions } from './lock-built-ins.ts';
import type { JobModule, ModuleRole } from './report.ts';

type Exports = Record<string, unknown>;
/** The body of a CommonJS file, as the job script hands it over. */
export type ModuleFunction = (exports: Exports, require: Require, module: { exports: Exports }) => void;
type Require = (path: string) => Exports;

export type LinkedModule = Pick<JobModule, 'path' | 'role'> & { readonly run: ModuleFunction };

/**
 * Gives `require` for a set of modules: one instance of each, whoever imports it, cycles included.
 * `provided` are the modules that have no file (`vitest`); only tests get them. `subjects` names modules in whose
 * place others are linked; who may import them does not change. Without it, the functions and classes of the library
 * and of given files are locked; a test that the learner writes may watch them.
 */
export function linkModules(
  modules: readonly LinkedModule[],
  provided: Record<string, Exports>,
  subjects?: Readonly<Record<string, string>>,
): Require {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const instances = new Map<string, { exports: Exports }>();

  const requireFor =
    (importer: ModuleRole): Require =>
    (path) => {
      if (isTest(importer) && Object.hasOwn(provided, path)) return provided[path] as Exports;
      const asked = byPath.get(path);
      const found = byPath.get(subjects && Object.hasOwn(subjects, path) ? subjects[path]! : path);
      if (!asked || !found || !mayImport(importer, asked)) {
        throw new Error(`This file cannot be imported here: ${path}`);
      }
      const known = instances.get(path);
      if (known) return known.exports;
      const instance = { exports: {} as Exports };
      instances.set(path, instance);
      try {
        // Called without an object, which the code would otherwise see as its `this`.
        const { run } = found;
        run(instance.exports, requireFor(found.role), instance);
      } catch (error) {
        instances.delete(path);
        throw error;
      }
      const isShared = found.role === 'library' || found.role === 'given';
      if (isShared && !subjects) lockFunctions(instance.exports);
      return instance.exports;
    };

  return requireFor('test');
}

/** Who may import whom: the import rule of exercises, kept at run time as well as by the compiler. */
function mayImport(importer: ModuleRole, imported: Pick<JobModule, 'path' | 'role'>): boolean {
  if (importer === 'test') return true;
  switch (imported.role) {
    case 'library':
      return importer === 'library' || importable[importer].includes(imported.path);
    case 'given':
    case 'learner':
      return importer !== 'library';
    case 'test':
    case 'spec':
    case 'subject':
      return false;
  }
}

/** The files of the library that are no secret of its own. */
const importable: Record<Exclude<ModuleRole, 'library' | 'test'>, readonly string[]> = {
  given: ['past-tense/index.ts'],
  learner: ['past-tense/index.ts'],
  subject: ['past-tense/index.ts'],
  spec: ['past-tense/index.ts', 'past-tense/testing.ts'],
};

const isTest = (role: ModuleRole): boolean => role === 'test' || role === 'spec';
