import type { Sources } from '../compiler/build-options.ts';
import { createDownloads, type Downloads, type DownloadState, type Faults } from './downloads.ts';
import type { Engine } from './engine.ts';
import type { WorkbenchFiles } from './exercise-bundle.ts';
import { keepReady } from './keep-ready.ts';
import { downloadTypeScript } from './typescript-download.ts';

export type LoadingState = {
  readonly download: DownloadState | undefined;
  readonly faults: Faults;
  /** What running needs and could not be loaded. */
  readonly incomplete: 'runner' | 'compiler' | 'types' | undefined;
};

export const nothingLoading: LoadingState = { download: undefined, faults: {}, incomplete: undefined };

export type EngineLoader = {
  readonly downloads: Downloads;
  /** Rejects when its script is missing; the next call tries again. */
  load(): Promise<Engine>;
  /** Begins to download what the first Run needs; `prefetch` says how that went. */
  begin(): void;
  /**
   * Downloads what the first Run needs and makes the files ready, then TypeScript if an editor waits for it. Whether it
   * came is told.
   */
  prefetch(files: () => Sources, withTypeScript: boolean): Promise<void>;
  /** The learner wrote; what will probably be run is made ready, if the engine is there. */
  written(files: Sources): void;
  dispose(): void;
};

/**
 * So long TypeScript leaves the machine and the connection to compiler and sandbox: started at once it takes a core, for
 * which a first verdict waits longer than a first type error is late.
 */
const typesWaitMs = 2_000;

/** Loads compiler, sandbox and checks of an exercise once for all runs. `given` are the files that cannot be edited. */
export function createEngineLoader(
  urls: WorkbenchFiles,
  given: Sources,
  tell: (change: Partial<LoadingState>) => void,
): EngineLoader {
  let engine: Promise<Engine> | undefined;
  const downloads = createDownloads((download, faults) => tell({ download, faults }));
  const load = () => {
    engine ??= import('./engine.ts').then(({ createEngine }) => createEngine(urls, given, downloads));
    engine.catch(() => (engine = undefined));
    return engine;
  };
  const makeReady = async (files: Sources) => {
    if (!engine) return;
    const [loaded, run] = await Promise.all([engine, import('./run.ts')]);
    await run.makeReady(loaded, files);
  };
  const { written, stop } = keepReady(makeReady);
  return {
    downloads,
    load,
    begin() {
      void load()
        .then((loaded) => Promise.allSettled([loaded.loadRunner(), loaded.compiler.load()]))
        .catch(() => undefined);
    },
    async prefetch(files, withTypeScript) {
      const loaded = await load().catch(() => undefined);
      const running = Promise.allSettled([
        loaded ? loaded.loadRunner() : Promise.reject(new Error('no engine')),
        loaded?.compiler.load(),
      ]);
      // What fails is said at Run.
      const ready = running.then(() => makeReady(files())).catch(() => undefined);
      if (withTypeScript)
        await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, typesWaitMs))]);
      const types = Promise.allSettled([withTypeScript ? downloadTypeScript(downloads) : undefined]);
      const outcomes = [...(await running), ...(await types)];
      const parts = ['runner', 'compiler', 'types'] as const;
      tell({ incomplete: parts.find((_, index) => outcomes[index]!.status === 'rejected') });
    },
    written,
    dispose() {
      stop();
      void engine?.then((loaded) => loaded.dispose()).catch(() => undefined);
    },
  };
}
