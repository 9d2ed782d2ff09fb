import type { Sources } from '../compiler/build-options.ts';
import { createInspector } from '../editor/inspect.ts';
import {
  inspectionFor,
  judgeSources,
  needTypeScript,
  type SourceCheck,
  type SourcesOutcome,
} from './source-checks.ts';

export type SourceChecker = {
  /** Loads TypeScript if one of the checks needs it. Rejects when that fails; the next call tries again. */
  load(checks: readonly SourceCheck[]): Promise<void>;
  /** Judges the learner's files. Never rejects. */
  check(checks: readonly SourceCheck[], files: Sources, signal: AbortSignal): Promise<SourcesOutcome>;
  dispose(): void;
};

/** Judges source checks in the page, by TypeScript in a worker where they need it. */
export function createSourceChecker(given: Sources, fetchLibrary: () => Promise<Sources>): SourceChecker {
  const inspector = createInspector();
  let library: Promise<Sources> | undefined;

  const loadLibrary = async () => {
    library ??= fetchLibrary();
    try {
      return await library;
    } catch (error) {
      library = undefined;
      throw error;
    }
  };

  return {
    async load(checks) {
      if (needTypeScript(checks)) await Promise.all([inspector.load(), loadLibrary()]);
    },
    async check(checks, files, signal) {
      if (!needTypeScript(checks)) return { kind: 'checked', tests: judgeSources(checks, files) };
      try {
        const asked = inspectionFor(checks, { ...given, ...files }, await loadLibrary());
        const outcome = await inspector.inspect(asked, signal);
        if (outcome.kind !== 'inspected') return outcome;
        return { kind: 'checked', tests: judgeSources(checks, files, outcome.findings) };
      } catch (error) {
        return { kind: 'unavailable', detail: String(error) };
      }
    },
    dispose: inspector.dispose,
  };
}
