import { rememberAddress, sourceUrl } from './describe-error.ts';
import type { HarnessEnvironment } from './harness-core.ts';
import type { LinkedModule, ModuleFunction } from './link-modules.ts';
import type { JobModule } from './report.ts';

/** The modules of a worker, as functions that nobody has called yet. */
export type ModuleStore = {
  /** What is there under the same path is replaced. Throws what the engine says of a script that it refuses. */
  load(modules: readonly JobModule[]): void;
  /** The same, and silent about a script that the engine refuses: it is not there then. */
  tryToLoad(modules: readonly JobModule[]): void;
  all(): readonly LinkedModule[];
  /** The code of the module, as it was compiled. */
  codeOf(path: string): string | undefined;
};

export function createModuleStore({
  global,
  loadScript,
}: Pick<HarnessEnvironment, 'global' | 'loadScript'>): ModuleStore {
  const stored = new Map<string, JobModule & LinkedModule>();

  /** One script for all of them: loading one takes a browser longer than reading it. */
  const define = (modules: readonly JobModule[], nameOfScript: string): string | undefined => {
    const holder = global as { defineModule?: (index: number, run: ModuleFunction) => void };
    holder.defineModule = (index, run) => {
      const module = modules[index]!;
      stored.set(module.path, { ...module, run });
    };
    try {
      return loadScript(modules.map(definition).join('') + nameOfScript);
    } finally {
      delete holder.defineModule;
    }
  };

  const load = (modules: readonly JobModule[]) => {
    const missing = modules.filter(({ path, code, role }) => {
      const known = stored.get(path);
      return known?.code !== code || known.role !== role;
    });
    for (const { path } of missing) stored.delete(path);
    const supplied = missing.filter((module) => !isNamed(module));
    if (supplied.length > 0) define(supplied, '');
    // Each in a script of its own, so that stack traces name the file and count its lines.
    for (const module of missing.filter(isNamed)) {
      const address = define([module], `//# sourceURL=${sourceUrl(module.path)}`);
      if (address !== undefined) rememberAddress(address, module.path);
    }
    for (const { path } of missing) {
      if (!stored.has(path)) throw new Error(`The script of ${path} did not run.`);
    }
  };

  return {
    load,
    tryToLoad(modules) {
      try {
        load(modules);
      } catch {
        // Told when it is to be run.
      }
    },
    all: () => [...stored.values()],
    codeOf: (path) => stored.get(path)?.code,
  };
}

/** Whose places in stack traces are told: to the learner, and of hidden tests to their author. */
const isNamed = ({ role }: JobModule): boolean => role === 'learner' || role === 'spec' || role === 'test';

const definition = ({ code }: JobModule, index: number): string =>
  `defineModule(${index},function(exports,require,module){"use strict";${code}\n});\n`;
