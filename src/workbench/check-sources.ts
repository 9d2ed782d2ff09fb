import type { Sources } from '../compiler/build-options.ts';
import { createInspector } from '../editor/inspect.ts';
import {
  inspectionFor,
  judgeSources,
  needTypeScript,
  notAsked,
  type SourceCheck,
  type SourcesOutcome,
} from './source-checks.ts';

export type SourceChecker = {
  /** Loads TypeScript if one of the checks needs it. Rejects when that fails; the next call tries again. */
  load(checks: readonly SourceCheck[]): Promise<void>;
  /** Judges the learner's files. Never rejects. */
  check(checks: readonly SourceCheck[], files: Sources, signal: AbortSignal): Promise<SourcesOutcome>;
};

/** One for the page, however many workbenches it has: TypeScript takes its time to start, and memory. */
const inspector = createInspector();

/** Judges source checks in the page, by TypeScript in a worker where they need it. */
export function createSourceChecker(
  given: Sources,
  fetchLibrary: () => Promise<Sources>,
  /** Brings the worker's script into the browser's cache, where its worker takes it from. */
  fetchTypeScript: () => Promise<void>,
): SourceChecker {
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
      if (needTypeScript(checks))
        await Promise.all([fetchTypeScript().then(() => inspector.load()), loadLibrary()]);
    },
    async check(checks, files, signal) {
      if (!needTypeScript(checks)) return judgeSources(checks, files, notAsked);
      try {
        const asked = inspectionFor(checks, { ...given, ...files }, await loadLibrary());
        await fetchTypeScript();
        const outcome = await inspector.inspect(asked, signal);
        return outcome.kind === 'inspected' ? judgeSources(checks, files, outcome.findings) : outcome;
      } catch (error) {
        return { kind: 'unavailable', detail: String(error) };
      }
    },
  };
}
