/**
 * node acceptance/run.ts [chromium] [firefox] [webkit] [--only V06,N] [--json]
 *
 * Runs every case in each of the named browsers and prints what went otherwise than it has to.
 */
import { parseArgs } from 'node:util';
import type { Case, Engine } from './case.ts';
import { allCases } from './cases/index.ts';
import { engineNamed } from './engines.ts';
import { runEngine, type Finding } from './run-engine.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, json: { type: 'boolean' } },
});
const engines = positionals.length > 0 ? positionals.map(engineNamed) : (['chromium'] as const);
const wanted = options.only?.split(',');
const cases = allCases.filter(({ id }) => !wanted || wanted.some((prefix) => id.startsWith(prefix)));

/** Two browsers beside each other: in one, most cases wait for a limit of time. */
const waits = ({ id }: Case) => /^[BRM]/.test(id);
const lanes = [cases.filter(waits), cases.filter((one) => !waits(one))].filter((lane) => lane.length > 0);

let failures = 0;
for (const engine of engines) {
  const started = performance.now();
  const findings = (await Promise.all(lanes.map((lane, index) => inLane(engine, lane, index)))).flat();
  const failed = findings.filter(({ complaints }) => complaints.length > 0);
  failures += failed.length;
  if (options.json) console.log(JSON.stringify({ engine, findings }));
  else report(engine, findings, failed, Math.round((performance.now() - started) / 1_000));
}
process.exitCode = failures === 0 ? 0 : 1;

/** Not at the same moment, because both would take the same virtual screen. */
async function inLane(engine: Engine, lane: readonly Case[], index: number): Promise<Finding[]> {
  await new Promise((resolve) => setTimeout(resolve, index * 3_000));
  return runEngine(engine, lane);
}

function report(engine: Engine, all: readonly Finding[], failed: readonly Finding[], seconds: number): void {
  for (const { id, name, complaints } of failed) {
    console.log(`${engine} ${id} ${name}`);
    for (const complaint of complaints) console.log(`    ${complaint}`);
  }
  const categories = [...new Set(all.map(({ id }) => id[0]!))];
  const counts = categories.map((category) => {
    const of = (findings: readonly Finding[]) => findings.filter(({ id }) => id.startsWith(category)).length;
    return `${category} ${of(all) - of(failed)}/${of(all)}`;
  });
  const longest = Math.max(...all.map(({ gapMs }) => gapMs ?? 0));
  console.log(
    `${engine}: ${counts.join(', ')} in ${seconds} s; the page stood still for ${longest} ms at most`,
  );
}
