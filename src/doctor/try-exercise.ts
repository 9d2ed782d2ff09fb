import type { Sources } from '../compiler/build-options.ts';
import { limits } from '../sandbox/report.ts';
import { fetchJson, type Engine } from '../workbench/engine.ts';
import type { Solution, WorkbenchFiles } from '../workbench/exercise-bundle.ts';
import { run } from '../workbench/run.ts';
import type { Attempt, Judging, Outcome } from './observations.ts';

/** An exercise on which compiler and sandbox are tried. */
export type Patient = {
  readonly files: WorkbenchFiles;
  readonly starters: Sources;
  readonly given: Sources;
};

export async function tryCompiler(engine: Engine): Promise<Attempt> {
  const start = performance.now();
  try {
    await engine.compiler.load();
    const request = { sources: { './doctor.ts': 'export const well: boolean = true;' }, available: [] };
    const answer = await engine.compiler.compile(request, new AbortController().signal);
    if (answer.kind === 'compiled') return { kind: 'worked', durationMs: performance.now() - start };
    return { kind: 'failed', detail: 'detail' in answer ? answer.detail : answer.kind };
  } catch (error) {
    return { kind: 'failed', detail: String(error) };
  }
}

export async function tryJudging(engine: Engine, { files, starters }: Patient): Promise<Judging> {
  const endless = Object.fromEntries(
    Object.entries(starters).map(([path, code]) => [path, `while (true);\n${code}`]),
  );
  const right =
    files.solutions === undefined ? undefined : await outcomeOfSolution(files.solutions, engine, starters);
  const wrong = await outcomeOf(engine, starters);
  const told = { wrong, endless: await outcomeOf(engine, endless), limitMs: limits.runMs };
  return right ? { right, ...told } : told;
}

async function outcomeOfSolution(url: string, engine: Engine, starters: Sources): Promise<Outcome> {
  const solution = await fetchJson<Solution[]>(url).catch((error: unknown) => String(error));
  return typeof solution === 'string'
    ? { verdict: 'unavailable', detail: solution }
    : outcomeOf(engine, { ...starters, ...solution[0]?.files });
}

async function outcomeOf(engine: Engine, sources: Sources): Promise<Outcome> {
  for await (const state of run(engine, sources, new AbortController().signal)) {
    if (state.kind !== 'judged') continue;
    const { verdict } = state;
    return { verdict: verdict.kind, ...('detail' in verdict ? { detail: verdict.detail } : {}) };
  }
  return { verdict: 'cancelled' };
}
