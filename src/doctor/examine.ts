import { tryStorage } from '../progress/try-storage.ts';
import { createDownloads } from '../workbench/downloads.ts';
import { createEngine } from '../workbench/engine.ts';
import { observeHost } from './observe-host.ts';
import type { Observations } from './observations.ts';
import { probeIsolation } from './probe-isolation.ts';
import { tryCompiler, tryJudging, type Patient } from './try-exercise.ts';

/** What the page gives to the self-test. */
export type DoctorKit = Patient & {
  /** The script of probes.ts. */
  readonly probes: string;
};

/** Examines one part after the other, and tells each as soon as it is known. Never rejects. */
export async function* examine(kit: DoctorKit): AsyncGenerator<Observations, void> {
  yield { host: await observeHost() };
  yield { isolation: await probeIsolation(kit.files.sandbox, kit.probes) };
  const engine = createEngine(
    kit.files,
    kit.given,
    createDownloads(() => undefined),
  );
  try {
    yield { compiler: await tryCompiler(engine) };
    yield { judging: await tryJudging(engine, kit) };
  } finally {
    engine.dispose();
  }
  yield { storage: await tryStorage() };
}
